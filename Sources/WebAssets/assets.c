// Written by scripts/embed-web; do not edit.
#include "WebAssets.h"

// /accounts/accounts.css da92a308bc266e449b21a20f733e46a331b7efdf293f16cfa794bc2b9650cf7d
static const unsigned char file0[] = {
#embed "../../web/accounts/accounts.css"
};
// /accounts/roles.js b2cfaf1f5564da0b13a2a4b7f881dc566d68ed9f5c2d5ad7226559b079b115bc
static const unsigned char file1[] = {
#embed "../../web/accounts/roles.js"
};
// /accounts/sign-in.js a5c3c6392a76936dfc47646b3a8040d1cdb4129d624e528d217191aedd3bac96
static const unsigned char file2[] = {
#embed "../../web/accounts/sign-in.js"
};
// /api.js df8014813935096c42eb7410e80070503c2611ada936d645339a152cc6453aa2
static const unsigned char file3[] = {
#embed "../../web/api.js"
};
// /app.js 5c6c634fa41720b41a0e36f4763d73ef47321fefb999b5ca09aecdd624d705d8
static const unsigned char file4[] = {
#embed "../../web/app.js"
};
// /elements/dialog.js da3041b23a9bb39af5d4ca87c2995061e716a64c0376e3a50c935f6371da4ac2
static const unsigned char file5[] = {
#embed "../../web/elements/dialog.js"
};
// /elements/fetched.js 5787df1bdd881546b3d293a40371930bc3ed1c20220851bf13ffe09298e0bf6a
static const unsigned char file6[] = {
#embed "../../web/elements/fetched.js"
};
// /elements/field.js 4dd49c235abb7f646bd91fdabc82a56e6b1e3eecde362f30a1cd7b2b57056c09
static const unsigned char file7[] = {
#embed "../../web/elements/field.js"
};
// /elements/icons.js e28084c1d5e8b35779565c7fbcef2c0406a941aef77e5903e66ac7014fd38c13
static const unsigned char file8[] = {
#embed "../../web/elements/icons.js"
};
// /elements/markup.js 869d564471d76ca66b0cea5a9bc22559819f8ae03ab764ac9aaa204a5c63edaf
static const unsigned char file9[] = {
#embed "../../web/elements/markup.js"
};
// /elements/menu.js 60931a29cfb934fa2cf9d69a7fee9216f1f82d359709a4efd5d0f2a4a12e27c9
static const unsigned char file10[] = {
#embed "../../web/elements/menu.js"
};
// /elements/navigation.js 2e8e3e94e3327a4df64d1ff4fec6725c1fbfd367cbe070c319020155d6669d8b
static const unsigned char file11[] = {
#embed "../../web/elements/navigation.js"
};
// /elements/progress.js 5310eecc3aa426b7cfd78861d5abb3705a00256ac5abced116f832bc55513df0
static const unsigned char file12[] = {
#embed "../../web/elements/progress.js"
};
// /elements/table.js 41291d5f3597f20a7d5a0b01bbcbbde3f36920e52ba990a9a513c52d2fa9c266
static const unsigned char file13[] = {
#embed "../../web/elements/table.js"
};
// /elements/toast.js 690cf288f855b2c0327d8db62de7f2a4c55e846176480e3ef0618447503ca45b
static const unsigned char file14[] = {
#embed "../../web/elements/toast.js"
};
// /icons/icon-192.png 2bf5b362e4b959c07e52227309c744fe96ae7e45ec84b7c51e734c3dfd7cd68b
static const unsigned char file15[] = {
#embed "../../web/icons/icon-192.png"
};
// /icons/icon-512.png df623272c410dd1aefb7cc6ce7d72b59efb6f01355fd7740ca96fa8fc713d73f
static const unsigned char file16[] = {
#embed "../../web/icons/icon-512.png"
};
// /icons/icon.svg 37fa71dce8099e95ab25cf2eb7782fc8b31aee5b3da46dab3d39b6aef9d678f6
static const unsigned char file17[] = {
#embed "../../web/icons/icon.svg"
};
// /icons/maskable-512.png 2dca7777a877cda05fe69766797c2f661cee427a7353ae07d7243f7075f700f5
static const unsigned char file18[] = {
#embed "../../web/icons/maskable-512.png"
};
// /index.html 1100349d478291ed4ad955736f599a2b326b41c8c22bf8e6497e5118401bc9d2
static const unsigned char file19[] = {
#embed "../../web/index.html"
};
// /lib/dates.js c2a1229e2f3b46358c5319ef954d4f33d5af6cc912ec40934f993e642788c8e9
static const unsigned char file20[] = {
#embed "../../web/lib/dates.js"
};
// /lib/events.js a90d0b263187b6b0c8cd12454864df03f55fa0974f6f27c1170b941f15ac72cd
static const unsigned char file21[] = {
#embed "../../web/lib/events.js"
};
// /lib/html.js 9d000ecfa10df1e12149fb69de4089b7f4bdac14371d90bbda70e712445bdea8
static const unsigned char file22[] = {
#embed "../../web/lib/html.js"
};
// /lib/identifier.js 5cdc4d41a5686ce7bb2e80098fce5c75b1fe7a0a71a649ac104de11ec448c314
static const unsigned char file23[] = {
#embed "../../web/lib/identifier.js"
};
// /lib/styles.js f9569a6ec273b351d269f4bd01ae75dc9076c4c55e98cf938bcc10e286db2dbf
static const unsigned char file24[] = {
#embed "../../web/lib/styles.js"
};
// /lib/theme.js 80373c0d8b6637fdb2645ed375a5b9ee744001090a5092338415eddb2b1d23e1
static const unsigned char file25[] = {
#embed "../../web/lib/theme.js"
};
// /manifest.webmanifest 250c19e44aaa1a3a7560e72dcbeffc0c21b4e539c0480cb64b782c60299281f0
static const unsigned char file26[] = {
#embed "../../web/manifest.webmanifest"
};
// /me.js c8fecc4bbe934e22f8aea2eac575b291769353d1073e857dc7224b6a50264322
static const unsigned char file27[] = {
#embed "../../web/me.js"
};
// /register/not-found.js 2a28769f0682fcb2dedb2dd788d648c2089d2d1e6d17398aae80693052faf6f2
static const unsigned char file28[] = {
#embed "../../web/register/not-found.js"
};
// /roster/module-forms.js aa1d2a67a0da35dd7f6e44b7629fb242fa09d01b0d73eb394c48894930577ef1
static const unsigned char file29[] = {
#embed "../../web/roster/module-forms.js"
};
// /roster/modules.js b1916f26bd2a97bb83739cca6ca54cbf9c8fe5572afd8803e7315c98c3feab8f
static const unsigned char file30[] = {
#embed "../../web/roster/modules.js"
};
// /roster/names.js 5551c10cd2cd65955f63fcde655b2c51c007bd5dffb45b96c17ff7358888e288
static const unsigned char file31[] = {
#embed "../../web/roster/names.js"
};
// /roster/people.js db20825b9e88ce80a03b6fe00c4c1245c549e56555e1f3b36b6c2fafa080cb82
static const unsigned char file32[] = {
#embed "../../web/roster/people.js"
};
// /roster/person-form.js 4d1aec61822e3d8d05fa8436839ff3f780f5525dd285d8e72e0540c44f6adc68
static const unsigned char file33[] = {
#embed "../../web/roster/person-form.js"
};
// /roster/person.js 367d9dfdd441413c3da20221d04a78cbdd3c442b89fe440690692dbcac26fe7b
static const unsigned char file34[] = {
#embed "../../web/roster/person.js"
};
// /router.js b474625ec5213b9c8dbca1905356009ef226ed1c8cd0d78d4a9d8236b55db531
static const unsigned char file35[] = {
#embed "../../web/router.js"
};
// /routes.js db521798f7fbd0127bff3538cf7bc6047846058bc507545730bde487a5caa206
static const unsigned char file36[] = {
#embed "../../web/routes.js"
};
// /store/database.js ce0b97cacfbbec534dba06f1044b769f9e3dc81e5baa24c4eba02f97aaf90295
static const unsigned char file37[] = {
#embed "../../web/store/database.js"
};
// /store/memory.js ff98c9ebb8af3137883554a5387fe146459eec619f13fb6e54ec7109d4ac244f
static const unsigned char file38[] = {
#embed "../../web/store/memory.js"
};
// /styles/base.css 0bcd40665a2b47cf8399117c01b85762383f25580c97802230b59d3900e93532
static const unsigned char file39[] = {
#embed "../../web/styles/base.css"
};
// /styles/elements.css c04b54126d8df58b71707f2eee966f5b9e3dc0dc51714b83b6839c6890e1a14b
static const unsigned char file40[] = {
#embed "../../web/styles/elements.css"
};
// /styles/print.css 1f1f91bdd1ec52cd0a62a942f6304e7940237b0e799a97686f2e07c05bdd65a7
static const unsigned char file41[] = {
#embed "../../web/styles/print.css"
};
// /styles/shell.css d5d17a105b78afeb59c5e05f4e712724327d6e34d99f48cdfc10b377c3089011
static const unsigned char file42[] = {
#embed "../../web/styles/shell.css"
};
// /styles/tokens.css 1fbb732e1e8f5190018dfb97144376e16df23fe0fd518572190a03d379e9e9e5
static const unsigned char file43[] = {
#embed "../../web/styles/tokens.css"
};
// /sync/backoff.js 5d272887a35181c98bdc9daf3ab2ced9195dfd587102651224fda0043631e4a7
static const unsigned char file44[] = {
#embed "../../web/sync/backoff.js"
};
// /sync/identity.js 870dc857f3a1da0bd4dfff6fc6e56bb3c37c5ab9db38cba143cadabee65db1e0
static const unsigned char file45[] = {
#embed "../../web/sync/identity.js"
};
// /sync/merge.js 2f257f7cb122710dbeb48795e9a33495cde439e81d74ef5c88f059dc9b9e005a
static const unsigned char file46[] = {
#embed "../../web/sync/merge.js"
};
// /sync/operation.js a6d75e58072a4c2da5def0aae543485c6af4b6ebda9bfbec9ca477dc6ae93523
static const unsigned char file47[] = {
#embed "../../web/sync/operation.js"
};
// /sync/receipt.js b8a007b90e0fbf488702f778c30afb426442259277dba05902f3480529357449
static const unsigned char file48[] = {
#embed "../../web/sync/receipt.js"
};
// /sync/stamp.js 7ddda459f6d4cde2968188ba148756a692b6624d2ac0636348a0ce5544d894fa
static const unsigned char file49[] = {
#embed "../../web/sync/stamp.js"
};

static const struct rounds_asset assets[] = {
    {"/accounts/accounts.css", file0, sizeof file0},
    {"/accounts/roles.js", file1, sizeof file1},
    {"/accounts/sign-in.js", file2, sizeof file2},
    {"/api.js", file3, sizeof file3},
    {"/app.js", file4, sizeof file4},
    {"/elements/dialog.js", file5, sizeof file5},
    {"/elements/fetched.js", file6, sizeof file6},
    {"/elements/field.js", file7, sizeof file7},
    {"/elements/icons.js", file8, sizeof file8},
    {"/elements/markup.js", file9, sizeof file9},
    {"/elements/menu.js", file10, sizeof file10},
    {"/elements/navigation.js", file11, sizeof file11},
    {"/elements/progress.js", file12, sizeof file12},
    {"/elements/table.js", file13, sizeof file13},
    {"/elements/toast.js", file14, sizeof file14},
    {"/icons/icon-192.png", file15, sizeof file15},
    {"/icons/icon-512.png", file16, sizeof file16},
    {"/icons/icon.svg", file17, sizeof file17},
    {"/icons/maskable-512.png", file18, sizeof file18},
    {"/index.html", file19, sizeof file19},
    {"/lib/dates.js", file20, sizeof file20},
    {"/lib/events.js", file21, sizeof file21},
    {"/lib/html.js", file22, sizeof file22},
    {"/lib/identifier.js", file23, sizeof file23},
    {"/lib/styles.js", file24, sizeof file24},
    {"/lib/theme.js", file25, sizeof file25},
    {"/manifest.webmanifest", file26, sizeof file26},
    {"/me.js", file27, sizeof file27},
    {"/register/not-found.js", file28, sizeof file28},
    {"/roster/module-forms.js", file29, sizeof file29},
    {"/roster/modules.js", file30, sizeof file30},
    {"/roster/names.js", file31, sizeof file31},
    {"/roster/people.js", file32, sizeof file32},
    {"/roster/person-form.js", file33, sizeof file33},
    {"/roster/person.js", file34, sizeof file34},
    {"/router.js", file35, sizeof file35},
    {"/routes.js", file36, sizeof file36},
    {"/store/database.js", file37, sizeof file37},
    {"/store/memory.js", file38, sizeof file38},
    {"/styles/base.css", file39, sizeof file39},
    {"/styles/elements.css", file40, sizeof file40},
    {"/styles/print.css", file41, sizeof file41},
    {"/styles/shell.css", file42, sizeof file42},
    {"/styles/tokens.css", file43, sizeof file43},
    {"/sync/backoff.js", file44, sizeof file44},
    {"/sync/identity.js", file45, sizeof file45},
    {"/sync/merge.js", file46, sizeof file46},
    {"/sync/operation.js", file47, sizeof file47},
    {"/sync/receipt.js", file48, sizeof file48},
    {"/sync/stamp.js", file49, sizeof file49},
    {0, 0, 0},
};

const struct rounds_asset *rounds_asset_at(size_t index) {
    return index + 1 < sizeof assets / sizeof assets[0] ? &assets[index] : 0;
}
