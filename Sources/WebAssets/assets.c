// Written by scripts/embed-web; do not edit.
#include "WebAssets.h"

// /accounts/account-forms.js dce327ece121abb9cd357071d4b857e6113921956a9840e51b92074d8c61fda9
static const unsigned char file0[] = {
#embed "../../web/accounts/account-forms.js"
};
// /accounts/account.js 643d66011fc845f0edb8fbd5f6a4abd8a4cf5125925ef91aa8e9141c5804ab1f
static const unsigned char file1[] = {
#embed "../../web/accounts/account.js"
};
// /accounts/accounts.css 441c68cd2b64216fc1dde3310ba792ca14eee967c4e22963b5bd6980be6d3510
static const unsigned char file2[] = {
#embed "../../web/accounts/accounts.css"
};
// /accounts/device-list.js bf0aa094a25a37a14f4c01c7d1a48349af8dba9cd6a2827769a15e7606aded21
static const unsigned char file3[] = {
#embed "../../web/accounts/device-list.js"
};
// /accounts/roles.js 6988a49f2c4b404c44e4ba572d87e73200a2407b14af112589ea91f9c971aea9
static const unsigned char file4[] = {
#embed "../../web/accounts/roles.js"
};
// /accounts/sign-in.js 83d5ca51536e838b80e5a2cd34c1b925dbeda8390e13116e01c0fef596eac9da
static const unsigned char file5[] = {
#embed "../../web/accounts/sign-in.js"
};
// /accounts/users.js a716e6715e8337d6a9ae8ef7b267122db56cea999778e286b85e3642108bf27d
static const unsigned char file6[] = {
#embed "../../web/accounts/users.js"
};
// /api.js d99f900f521e5e28175be7f699ef0c62ac8a69d0504441eae62af9cb34dd31ab
static const unsigned char file7[] = {
#embed "../../web/api.js"
};
// /app.js 8221c510d50164ac3d455d08a5204eea08b6a177c91ac4c53d2867c50df94c2c
static const unsigned char file8[] = {
#embed "../../web/app.js"
};
// /compliance/about-panel.js 9f28d600953f52cb993f125a3e901a065b3727a3596c82f5b58bc554f0e1a173
static const unsigned char file9[] = {
#embed "../../web/compliance/about-panel.js"
};
// /compliance/again.js 412fac1c0355946db25b99928870e05932a0eb92f297ab97283c47e5d12f872b
static const unsigned char file10[] = {
#embed "../../web/compliance/again.js"
};
// /compliance/ask-panel.js 6bd8fe22113493bd11cfa56895fc29707cf62c67e6a679182842d5cbaff0472a
static const unsigned char file11[] = {
#embed "../../web/compliance/ask-panel.js"
};
// /compliance/batch.js b0dfa458e80be7c0029cc167b7635bd606228eb8c8dbb8a39c0111dff977617b
static const unsigned char file12[] = {
#embed "../../web/compliance/batch.js"
};
// /compliance/case.js 19b55a4a90e6c882fc3cfa068474d926185772947db038d35da22f29fa40c675
static const unsigned char file13[] = {
#embed "../../web/compliance/case.js"
};
// /compliance/cases.js 5cf7d5d28e52016ebcf8c5d3aaf33dfac125106540ccb7359996e39ce406083a
static const unsigned char file14[] = {
#embed "../../web/compliance/cases.js"
};
// /compliance/coaching.js f94ea291feffac9a4f3a44c14763debea7581010662cb0ca3822eef833041fc3
static const unsigned char file15[] = {
#embed "../../web/compliance/coaching.js"
};
// /compliance/compliance.css b8813af905f067e7ed04f85352bcb159a63df6f3733b0680a1f758ae5b52c822
static const unsigned char file16[] = {
#embed "../../web/compliance/compliance.css"
};
// /compliance/document-view.js a9441aad3a0e8b57abc6a17744b99f749b52a136e0c38cf8ee87c1ee162dec0d
static const unsigned char file17[] = {
#embed "../../web/compliance/document-view.js"
};
// /compliance/document.js d8002b8305048b9b6170e9a6bb2542a9444ccf27907fe097283ebdbe391651eb
static const unsigned char file18[] = {
#embed "../../web/compliance/document.js"
};
// /compliance/dropped.js e50e39f80d0e208688597a99b815023d7abf8b1cfb818b6c8ab0e8921b7676d6
static const unsigned char file19[] = {
#embed "../../web/compliance/dropped.js"
};
// /compliance/due.js 5edbb4562ee7c5303e81c58cff053063998498bb33cd4b3c0d7e62ef323838c5
static const unsigned char file20[] = {
#embed "../../web/compliance/due.js"
};
// /compliance/episode-details.js 7db4bbcee7c49093a920012cb65508bde845e7a164bdc0594cb6bcf5ac3f7517
static const unsigned char file21[] = {
#embed "../../web/compliance/episode-details.js"
};
// /compliance/episode-view.js cc60eca44cc2088561ede88896288ebdef0653f9ace8f4a642bad5c8ebdf1e43
static const unsigned char file22[] = {
#embed "../../web/compliance/episode-view.js"
};
// /compliance/episode.js 19eb0c32f0e328fed316dbb5f1a8feab22acfb2e9ce183cb74bb5df1f7e316e9
static const unsigned char file23[] = {
#embed "../../web/compliance/episode.js"
};
// /compliance/episodes.js 934377e72ca992074b45158642d93a2f03470cdd82a386183831056218fe4062
static const unsigned char file24[] = {
#embed "../../web/compliance/episodes.js"
};
// /compliance/finding-card.js cfa53f17a1dd91c7cdbb7142aa9dd07cdefdbad5b41485d77102240985bb2446
static const unsigned char file25[] = {
#embed "../../web/compliance/finding-card.js"
};
// /compliance/finding-filter.js 0c452f22c4ea376ab58b80ab26f438a349010da38a5b8946b01ca4617912b469
static const unsigned char file26[] = {
#embed "../../web/compliance/finding-filter.js"
};
// /compliance/finding-keys.js eee1ff9673f15cc2af466c41b95d2ab58890d070a64691b06646339b882015b4
static const unsigned char file27[] = {
#embed "../../web/compliance/finding-keys.js"
};
// /compliance/frame.js ea32841a87ea8500cb47d754e6542564446337ecb35149baf626ac8e2365a498
static const unsigned char file28[] = {
#embed "../../web/compliance/frame.js"
};
// /compliance/identifiers.js f4bb90c0f7a8751908d4a15e931ae0f1f5b86bf2c9e5fee0844b331b0888e571
static const unsigned char file29[] = {
#embed "../../web/compliance/identifiers.js"
};
// /compliance/index-view.js da4e52fdbbdc28a3bbc6f8fe0c12860a5eb322714d954f4ac23d13cc3fece763
static const unsigned char file30[] = {
#embed "../../web/compliance/index-view.js"
};
// /compliance/index.js a09a5f6843011b48223d0e84c2a9c6e383532b1d5de27dfa53e5a7172de664e8
static const unsigned char file31[] = {
#embed "../../web/compliance/index.js"
};
// /compliance/logbook.js 819385ad440894a2ca9988542daea9e87f8cd0db58c1e13e68530e1395a8f591
static const unsigned char file32[] = {
#embed "../../web/compliance/logbook.js"
};
// /compliance/make-case.js e35664e39231985595818fd993b1910dca6eca04911c9c89bcc4b31be38543da
static const unsigned char file33[] = {
#embed "../../web/compliance/make-case.js"
};
// /compliance/note-actions.js 0f9bd54fe784a9694886aacf9a18a6b7e874b00d649e593d2fed4bf42b198b6d
static const unsigned char file34[] = {
#embed "../../web/compliance/note-actions.js"
};
// /compliance/note-text.js 2adc99d37292b0a0125892f69fdf4a2a563eb0d0d01e442c80241a3d3d8bd794
static const unsigned char file35[] = {
#embed "../../web/compliance/note-text.js"
};
// /compliance/pointer.js 8a282cf30e9a5742a8d507be8b876f840beb0fd632fbd68accac8d58c8cafe88
static const unsigned char file36[] = {
#embed "../../web/compliance/pointer.js"
};
// /compliance/ranges.js 2c575551fe49b14515647717bd56739f4d4ea4af0d985e5bc3c7524bc94f3006
static const unsigned char file37[] = {
#embed "../../web/compliance/ranges.js"
};
// /compliance/rubric-view.js a86b30b5eec0128ab7519a8915106baa9416e188cbd8208ef395c00720b8d64c
static const unsigned char file38[] = {
#embed "../../web/compliance/rubric-view.js"
};
// /compliance/rubric.js 7eeb49f2f309a075f67337c9205632eed38d30201aefc93cc4fb1dab36360858
static const unsigned char file39[] = {
#embed "../../web/compliance/rubric.js"
};
// /compliance/rubrics.js 1da445adabbbdf44592797a97c96e9121b14365322295804a8ee57c8b11a6c25
static const unsigned char file40[] = {
#embed "../../web/compliance/rubrics.js"
};
// /compliance/rulebook.js 94a622b02673055ba8530dba5baa7fd7b42fdc90d3530bd686f602a5169277f2
static const unsigned char file41[] = {
#embed "../../web/compliance/rulebook.js"
};
// /compliance/rules.js 64b852a5d82804b781036dcc4bf340419699069630e9b6e378d11c5f568a12ca
static const unsigned char file42[] = {
#embed "../../web/compliance/rules.js"
};
// /compliance/sample-note.js 131ce8bddb381d4aaa587ef0e03ac1e5ec3fa516e17e667567aefce62b05eb7e
static const unsigned char file43[] = {
#embed "../../web/compliance/sample-note.js"
};
// /compliance/sending.js 3ade1c1a68f5c6c06ad42ef53d419ff7783253b49c1aec74e6770cd6079c6cf1
static const unsigned char file44[] = {
#embed "../../web/compliance/sending.js"
};
// /compliance/settings.js 05d1640e02ea3d08ef36e5cc3182c14d9241d3efbda2c3e4ed57d54516b1d41c
static const unsigned char file45[] = {
#embed "../../web/compliance/settings.js"
};
// /compliance/team.js 474f52a5fbed6752e55f94cc13827419fbbface7f00bfd1896546e7d22c31cfc
static const unsigned char file46[] = {
#embed "../../web/compliance/team.js"
};
// /compliance/trend-charts.js 3dc06d9947bc3783ba32e8988cc9b22e6c9f1b9f0502145dec21f6e31204c8f7
static const unsigned char file47[] = {
#embed "../../web/compliance/trend-charts.js"
};
// /compliance/trends.js 33cafa115f5cda4ec18fd24da27fab48fbe2f824623975fb2da78de96a9815e7
static const unsigned char file48[] = {
#embed "../../web/compliance/trends.js"
};
// /compliance/unmask.js d3ebc516360c52d5a7ab1dba0d4df7df32ecc5830c189b46523aae4e6e044015
static const unsigned char file49[] = {
#embed "../../web/compliance/unmask.js"
};
// /compliance/verdicts.js 089438f1c28ef57e7e1b5966e49e95ab87bbc94f89db23978930a085d19e72ba
static const unsigned char file50[] = {
#embed "../../web/compliance/verdicts.js"
};
// /compliance/words.js 693f35ee73fac8fe4383284f80c62ed049fe36dacded8fc8c4786e02c3129933
static const unsigned char file51[] = {
#embed "../../web/compliance/words.js"
};
// /compliance/yaml-editor.js bc37dcfc5df8a7f7f74566dd5108b3ec9405edcb93eeb7a978e161810413521b
static const unsigned char file52[] = {
#embed "../../web/compliance/yaml-editor.js"
};
// /elements/banners.js d41a5df13e608719919ca40bd642576b31cce9d5ed0b28bfb531a03bc3ac1939
static const unsigned char file53[] = {
#embed "../../web/elements/banners.js"
};
// /elements/chart-frame.js 89ced8e12cb6c10182b7528657c215dca1f1081c1f516929344d0c784751c16a
static const unsigned char file54[] = {
#embed "../../web/elements/chart-frame.js"
};
// /elements/chart-library.js 3f56d2d00d0e9468f573648412e43962c8affbb273824c3f132233dc8ee2ee2e
static const unsigned char file55[] = {
#embed "../../web/elements/chart-library.js"
};
// /elements/chart-look.js 4e5de2c5fc9360c99aa511a14047c17834c2a84e0bc266746d3a1f472a92a756
static const unsigned char file56[] = {
#embed "../../web/elements/chart-look.js"
};
// /elements/chart-tools.js 143ec7adff302f4809554d9ec57d4aecaabe8138939a77ee3c0dba21088ecd24
static const unsigned char file57[] = {
#embed "../../web/elements/chart-tools.js"
};
// /elements/chart.css 587d9462fe7bcbc043c3ff0193726d8cf96d2f6155e4d27150eebc1f6746fa0e
static const unsigned char file58[] = {
#embed "../../web/elements/chart.css"
};
// /elements/chart.js 3851b482918fa0301ae94a43ca614a8cf265eeddc07261c1d419889e83bf3414
static const unsigned char file59[] = {
#embed "../../web/elements/chart.js"
};
// /elements/dialog.js 287f121a54f9b70c6ba8cb198a1877090fcfd37da5e9dc2e028f92f7f2a772ae
static const unsigned char file60[] = {
#embed "../../web/elements/dialog.js"
};
// /elements/fetched.js 986a7cd9bea8290498b89c4ec9d31b542d55f2dc7cc640f734827a1637602a13
static const unsigned char file61[] = {
#embed "../../web/elements/fetched.js"
};
// /elements/field.js cc61eca25c11fab0658bfefecaabbc79bce72707244dab80aff9b0e04c504285
static const unsigned char file62[] = {
#embed "../../web/elements/field.js"
};
// /elements/first-fetch.js 353f08adf7be66cf3d9d8a0490da1b27b526f1e9e0989d0b8d79844571e13831
static const unsigned char file63[] = {
#embed "../../web/elements/first-fetch.js"
};
// /elements/icons.js 6749421ee25cc71bf32547ce56118956855f886be38c8ab801cdcc526c50df1d
static const unsigned char file64[] = {
#embed "../../web/elements/icons.js"
};
// /elements/markup.js 173ce1ee57cfe7320f6d96233c7d741fb8cd29f9acc217a23cf83505265f8b07
static const unsigned char file65[] = {
#embed "../../web/elements/markup.js"
};
// /elements/menu.js 60931a29cfb934fa2cf9d69a7fee9216f1f82d359709a4efd5d0f2a4a12e27c9
static const unsigned char file66[] = {
#embed "../../web/elements/menu.js"
};
// /elements/navigation.js d3b3de7963072b76c005811fa33b4f1962e682f92b2ed6be3a9b39947a026499
static const unsigned char file67[] = {
#embed "../../web/elements/navigation.js"
};
// /elements/progress.js 5310eecc3aa426b7cfd78861d5abb3705a00256ac5abced116f832bc55513df0
static const unsigned char file68[] = {
#embed "../../web/elements/progress.js"
};
// /elements/status-line.js 839549bc25e2f09a830507f94c70dbcec49f65c8aeda5dde7422cc686bba9479
static const unsigned char file69[] = {
#embed "../../web/elements/status-line.js"
};
// /elements/table.js ee29451b16b6745bfb78085fca601d9ffc6a3f844a62922713a21e3a40bc3d3f
static const unsigned char file70[] = {
#embed "../../web/elements/table.js"
};
// /elements/toast.js 477bf3b9ba331f3aca2471ddd5dd386f32c026fb1d388d445f476015387c283c
static const unsigned char file71[] = {
#embed "../../web/elements/toast.js"
};
// /icons/icon-192.png 2bf5b362e4b959c07e52227309c744fe96ae7e45ec84b7c51e734c3dfd7cd68b
static const unsigned char file72[] = {
#embed "../../web/icons/icon-192.png"
};
// /icons/icon-512.png df623272c410dd1aefb7cc6ce7d72b59efb6f01355fd7740ca96fa8fc713d73f
static const unsigned char file73[] = {
#embed "../../web/icons/icon-512.png"
};
// /icons/icon.svg 37fa71dce8099e95ab25cf2eb7782fc8b31aee5b3da46dab3d39b6aef9d678f6
static const unsigned char file74[] = {
#embed "../../web/icons/icon.svg"
};
// /icons/maskable-512.png 2dca7777a877cda05fe69766797c2f661cee427a7353ae07d7243f7075f700f5
static const unsigned char file75[] = {
#embed "../../web/icons/maskable-512.png"
};
// /imports/drop.js a57ec85718f6a70a9fda3f53f26b0b521a89c2b067e28f701b55ee96a0faf5c6
static const unsigned char file76[] = {
#embed "../../web/imports/drop.js"
};
// /imports/frame.js 7f1dac3251dbcb96602a9c61ac94cd7f451d5f847d90cbda93bf05a966e14771
static const unsigned char file77[] = {
#embed "../../web/imports/frame.js"
};
// /imports/history.js d730eba7d60aeb9acecb5e455c6bc9342cb8788f2f0dd70bca8a2ec5158a8c3d
static const unsigned char file78[] = {
#embed "../../web/imports/history.js"
};
// /imports/imports.css 39df3d4079d665903878e2a886be9243a9d74313f94b797ad831df383e74dbda
static const unsigned char file79[] = {
#embed "../../web/imports/imports.css"
};
// /imports/kinds.js ab68db8bddbbbc575a304266f5415e7f914071b8b47e55bb517b9c4ae326ce6f
static const unsigned char file80[] = {
#embed "../../web/imports/kinds.js"
};
// /imports/page.js 888db79840d5e9345107e43d8a8d65ac79402a57b0fb761e94102a2e257f5e18
static const unsigned char file81[] = {
#embed "../../web/imports/page.js"
};
// /imports/report-view.js ca410d22e0fc4cfdf02856da558d46085f4e1e0d022379ed586a298e036abc10
static const unsigned char file82[] = {
#embed "../../web/imports/report-view.js"
};
// /imports/steps.js a6be4c33d54bb6141165f2bc82231d3774cc023fb343748a9fc9516909cf0801
static const unsigned char file83[] = {
#embed "../../web/imports/steps.js"
};
// /imports/welcome.js 8cbbed891811bc92de7b8b6cd4312e2fca4bbda232093ce0430b2660fdc10618
static const unsigned char file84[] = {
#embed "../../web/imports/welcome.js"
};
// /index.html 1100349d478291ed4ad955736f599a2b326b41c8c22bf8e6497e5118401bc9d2
static const unsigned char file85[] = {
#embed "../../web/index.html"
};
// /insights/accounting.js 6c4492240d8ddf366cc18fe72239774fda9c1eaa910cd21ce5760c1794e9d8ea
static const unsigned char file86[] = {
#embed "../../web/insights/accounting.js"
};
// /insights/adviser.js d70735f71d8fc1d10a84218ab693985153f2c7def169bffbfa967af519705802
static const unsigned char file87[] = {
#embed "../../web/insights/adviser.js"
};
// /insights/advisers.js 08b275bbb816e7e08255e5ffb634695e91c291c2099b22dd97c497d2c665f48c
static const unsigned char file88[] = {
#embed "../../web/insights/advisers.js"
};
// /insights/answers.js c7d16d721755b7e8137555a582166fc222e3442de6c97816d366b00d93cb5578
static const unsigned char file89[] = {
#embed "../../web/insights/answers.js"
};
// /insights/care.js b1160be4643cce5201c4bb3c08623bd83dcc3597a8d79f771203d1eff40fca23
static const unsigned char file90[] = {
#embed "../../web/insights/care.js"
};
// /insights/charts.js 8172c33dfce8e1688d76c80f344afad6427f3e2383d371a8c66b9fab4a40cd83
static const unsigned char file91[] = {
#embed "../../web/insights/charts.js"
};
// /insights/choices.js 7c33500f74333c795b69f8650a1bff6a04d96d79248a5572f38ac0fcee2afcc2
static const unsigned char file92[] = {
#embed "../../web/insights/choices.js"
};
// /insights/columns.js f60745862a1429ecd49920512f660bfdd761e27e874573c9b9ec43847aafea34
static const unsigned char file93[] = {
#embed "../../web/insights/columns.js"
};
// /insights/compare-chart.js 68d9880a3cc16d7810167b95b758abb1b282e4cc19450e6721523d0724623d68
static const unsigned char file94[] = {
#embed "../../web/insights/compare-chart.js"
};
// /insights/compare.js 3c9a27352013a666dd1dd7ca115f71c37b070fea4b7edaefe650e8325f57935b
static const unsigned char file95[] = {
#embed "../../web/insights/compare.js"
};
// /insights/figures.js be0cd2ffb2246907fd10be0cc106b79fade6c7b82f7894539378ee44d3ed3617
static const unsigned char file96[] = {
#embed "../../web/insights/figures.js"
};
// /insights/filter-bar.js 742847bbe862fa570a7ed326c526aba631d890b4925744c8b511a258c3f12800
static const unsigned char file97[] = {
#embed "../../web/insights/filter-bar.js"
};
// /insights/filters.js ba00e1873f64e1aa373e0bb1c903d0b3ae0bc347948a53bfddc8bd430d251a6c
static const unsigned char file98[] = {
#embed "../../web/insights/filters.js"
};
// /insights/frame.js d6b58cd7db6518c37074ddfc2a77c122fbad45db4cb61f589eb6ced3612b0983
static const unsigned char file99[] = {
#embed "../../web/insights/frame.js"
};
// /insights/heat.js 8583720fcd18f3ae30325c58388cdacc9dcd513890a0374e336945677b3e4d2f
static const unsigned char file100[] = {
#embed "../../web/insights/heat.js"
};
// /insights/history.js fae64ee4c7820989032c995edf8fe75c67b99b485ae4694ee345e1d87b4f018e
static const unsigned char file101[] = {
#embed "../../web/insights/history.js"
};
// /insights/index-view.js 2b940724a7815cc7682d794041d2534a07a27915c0f3299a6041e1cfc25e9b77
static const unsigned char file102[] = {
#embed "../../web/insights/index-view.js"
};
// /insights/index.js ed241119bbe0cd7ab44b71b8be3a1df24bc0d3fad8bf505b2f17c47374bcb477
static const unsigned char file103[] = {
#embed "../../web/insights/index.js"
};
// /insights/insights.css d002687a3b7d1111a4c5730279a37c52029950a46bc88373ff2009423cdfaa9a
static const unsigned char file104[] = {
#embed "../../web/insights/insights.css"
};
// /insights/placements.js 84077f7fc52133675e071fef474659ef3b8fb1a4a855be4bcf7876a387d69d4b
static const unsigned char file105[] = {
#embed "../../web/insights/placements.js"
};
// /insights/presets.js 61452fd3ffa234fbd7eced0d864196ab93b7b22cbb6dac3545fcecc7ac2e6fb0
static const unsigned char file106[] = {
#embed "../../web/insights/presets.js"
};
// /insights/recent.js bbdbeea2971db32b33f2bc4d2e97f0501b633e5b78bb7bcf67d787a845ebed04
static const unsigned char file107[] = {
#embed "../../web/insights/recent.js"
};
// /insights/rows.js f29cc372770bbfacec994fbb6cc6f7e5393bb154f4e39418c5216ac20fc67989
static const unsigned char file108[] = {
#embed "../../web/insights/rows.js"
};
// /insights/self-certification.js e3e7f6df84a7032899208bfc83d002c040072c05537f8465c0ba8487b008e37b
static const unsigned char file109[] = {
#embed "../../web/insights/self-certification.js"
};
// /insights/settings.js 005936c82163dee57764fdeedd6386a7f56ca95b08c3555f4c8f9fcb91b9dc17
static const unsigned char file110[] = {
#embed "../../web/insights/settings.js"
};
// /insights/student-parts.js 562463516a89b612d37b7344023defc20ad5bf6a1cd6e69d7a36f9aa0ef1c137
static const unsigned char file111[] = {
#embed "../../web/insights/student-parts.js"
};
// /insights/student.js b53ddadcc353511118de41ea8c8b813f8fa2ebc95af7984aabec5b87bc3c4761
static const unsigned char file112[] = {
#embed "../../web/insights/student.js"
};
// /insights/summary.js 1dd5ce7fb6acfa0bd8d03fef326f98c2e4482897009b0fa8315a0e4d9878c3d7
static const unsigned char file113[] = {
#embed "../../web/insights/summary.js"
};
// /insights/table-part.js fba45de171a32d64ce3deaa012b7de1564a877d862a9ddaff7497dc581466c57
static const unsigned char file114[] = {
#embed "../../web/insights/table-part.js"
};
// /insights/upload-card.js 842049385ebc16cb8882c8dd69a127d62b229039d4b6221ba904b91448e0ffd6
static const unsigned char file115[] = {
#embed "../../web/insights/upload-card.js"
};
// /insights/uploads-panel.js 393555372c12925d855c01535d2c5bb2e785d26956b4922d363b3f30c24cd515
static const unsigned char file116[] = {
#embed "../../web/insights/uploads-panel.js"
};
// /insights/uploads.js 5efbbd1108b3f575e0f1042a5b3c2351c684a76c28f356c16083622d53316564
static const unsigned char file117[] = {
#embed "../../web/insights/uploads.js"
};
// /insights/view.js 8e6981a0a63bd2d6bfd18f27ee5321845441f3f290400b1979ba93281a58b1c3
static const unsigned char file118[] = {
#embed "../../web/insights/view.js"
};
// /insights/weekly.js 9627aeb91075d440c0230659333f8451a99fd7137bca3acc3e38fbc9e6a57cf0
static const unsigned char file119[] = {
#embed "../../web/insights/weekly.js"
};
// /insights/welcome.js 5cc535c5bf1d8392346bcd36ea3e44d5d02db82f54d54114aefeba4a3306563d
static const unsigned char file120[] = {
#embed "../../web/insights/welcome.js"
};
// /insights/words.js fb0e83da6db1cccf6f774ec30b5c9032866059095d128a93cf6d0eeaac83292d
static const unsigned char file121[] = {
#embed "../../web/insights/words.js"
};
// /lib/dates.js 238829d5847a3290bc44e2593b9b96dee0e0d9562771b47c17cb7bb18bbc585d
static const unsigned char file122[] = {
#embed "../../web/lib/dates.js"
};
// /lib/device.js 30ab012cf5039e430aab5c9137229b842251c590be2ae66f2a76cbc8b9c24915
static const unsigned char file123[] = {
#embed "../../web/lib/device.js"
};
// /lib/events.js a90d0b263187b6b0c8cd12454864df03f55fa0974f6f27c1170b941f15ac72cd
static const unsigned char file124[] = {
#embed "../../web/lib/events.js"
};
// /lib/html.js 38b242cdd7d54a508685aee04448e45a46337f99b6ab4b591700c2934b512eba
static const unsigned char file125[] = {
#embed "../../web/lib/html.js"
};
// /lib/identifier.js 0d2fc8a15bcd2b08aff67635e967b9c8188c3c5f9bcd18eec726cd66f2f61986
static const unsigned char file126[] = {
#embed "../../web/lib/identifier.js"
};
// /lib/kept.js 2c62ef5f8270f07e0d6c74308897ed8ceacb90ef47739f6a8be1da3a1094def6
static const unsigned char file127[] = {
#embed "../../web/lib/kept.js"
};
// /lib/news.js f87c8522bae19f367e1cef153451ea63fdff265e054e503a04d45cd02b3e4a8e
static const unsigned char file128[] = {
#embed "../../web/lib/news.js"
};
// /lib/plural.js 5ed7f1c2e0560f32ee73f33af607c515673608944909b5a378215e0d42e266a2
static const unsigned char file129[] = {
#embed "../../web/lib/plural.js"
};
// /lib/sha256.js d8ac42f7a6947c703e273bd9fc781ed3ef94d9e74f1204dc28542843d9cc33e4
static const unsigned char file130[] = {
#embed "../../web/lib/sha256.js"
};
// /lib/steady.js 686e7feace6cd9a6b9c173e8db96599ccf65406f4fbacb0454c94d5222c7d82a
static const unsigned char file131[] = {
#embed "../../web/lib/steady.js"
};
// /lib/styles.js f9569a6ec273b351d269f4bd01ae75dc9076c4c55e98cf938bcc10e286db2dbf
static const unsigned char file132[] = {
#embed "../../web/lib/styles.js"
};
// /lib/theme.js 80373c0d8b6637fdb2645ed375a5b9ee744001090a5092338415eddb2b1d23e1
static const unsigned char file133[] = {
#embed "../../web/lib/theme.js"
};
// /manifest.webmanifest 250c19e44aaa1a3a7560e72dcbeffc0c21b4e539c0480cb64b782c60299281f0
static const unsigned char file134[] = {
#embed "../../web/manifest.webmanifest"
};
// /me.js fd1a6a7dd1fabfd2e6d752d46151ccde3f20fde728372454c560802689703b73
static const unsigned char file135[] = {
#embed "../../web/me.js"
};
// /register/absence-evidence.js d4203b8c5e8f9db37b1b5965095beab1bbe54442c622c9981ba6d60da3b7c659
static const unsigned char file136[] = {
#embed "../../web/register/absence-evidence.js"
};
// /register/absence-form.js 82d882efaef2e053b2e779bca83adbbe5b2bbe3a790112f3ab45395f88286fba
static const unsigned char file137[] = {
#embed "../../web/register/absence-form.js"
};
// /register/absence-list.js f7af2bb1ddae65d7288a58e23cfd8ad505f2dcefb960f05281ff825d98e22005
static const unsigned char file138[] = {
#embed "../../web/register/absence-list.js"
};
// /register/absence-states.js f0d8a12144d08693463ea329eae191773c3aceca839f45098ef6566757c906b3
static const unsigned char file139[] = {
#embed "../../web/register/absence-states.js"
};
// /register/absence-words.js f06ad48be7935df625c592c39b1d941a29872a86597414f795cffca76587e7df
static const unsigned char file140[] = {
#embed "../../web/register/absence-words.js"
};
// /register/absences.css 732ecb4c59e67004b99afeff8a7b440fa4ed1ecf267e0591370a473a1c3f08aa
static const unsigned char file141[] = {
#embed "../../web/register/absences.css"
};
// /register/absences.js f39ce6abb02d350a475194d9cea90c66ce739fcf21d60190f280723af9535eac
static const unsigned char file142[] = {
#embed "../../web/register/absences.js"
};
// /register/actions.js bc8fcfa04732bca6a669c4493a96ea90425201ae3526bd0e9b26486540add82d
static const unsigned char file143[] = {
#embed "../../web/register/actions.js"
};
// /register/check-in-code.js 9b92a270420c03dca0146f9409403307b2e33f7198275bea44ba9f34d34785d1
static const unsigned char file144[] = {
#embed "../../web/register/check-in-code.js"
};
// /register/conflicts.js 6cc4817a3f8c9dbdc0ad1fc35917423ef8d203f492acc7ff7d793b729fe3683a
static const unsigned char file145[] = {
#embed "../../web/register/conflicts.js"
};
// /register/dispute-box.js 5d056c2967f405a3eb8b8b319be2f1d5849e02b4e2f5eac5ff7df05449b3b269
static const unsigned char file146[] = {
#embed "../../web/register/dispute-box.js"
};
// /register/fetch-session.js 42ee1425874075e90772fa5061727899ffa0e4835d11ec3bdb27d4e272324784
static const unsigned char file147[] = {
#embed "../../web/register/fetch-session.js"
};
// /register/history.js e424b5f48211d32a6e09b8cce86aeafe2b6ce7a584e52b0124aaa0bf06c4b2b6
static const unsigned char file148[] = {
#embed "../../web/register/history.js"
};
// /register/lateness.js a92eb5086f088a1fd2fc136fb8b36114b758f8a6e29c208c8f5470b4f158fbbc
static const unsigned char file149[] = {
#embed "../../web/register/lateness.js"
};
// /register/markable.js 4afdcdb7c614c87db72bde420668f8aad81ec2f5f719ae77454b55c708e7922f
static const unsigned char file150[] = {
#embed "../../web/register/markable.js"
};
// /register/marking.js 0bc3b0b29ad19183edf93425d95822c6923caa32d03d30a2e0a0c70e446f0fbf
static const unsigned char file151[] = {
#embed "../../web/register/marking.js"
};
// /register/more.js ff0796b6d4c1a56af772e6253414349c2080fc41c70da5e2849d143d4482a600
static const unsigned char file152[] = {
#embed "../../web/register/more.js"
};
// /register/not-found.js 83e28c61740532c53bea7599787713e6989fbc6947502800c5d6729f81bfa92a
static const unsigned char file153[] = {
#embed "../../web/register/not-found.js"
};
// /register/operation-text.js 9b13b46521918a889ae405437206e802b3ce6bab9d88a6f140cc8cefff9ed3b8
static const unsigned char file154[] = {
#embed "../../web/register/operation-text.js"
};
// /register/receipt-check.js 5232630aa876fb609cd10d7c385b90b741dd963f1c421a13f1279f05d4d1eb6d
static const unsigned char file155[] = {
#embed "../../web/register/receipt-check.js"
};
// /register/receipts.js 0fefad2bf43c5c88ac1deb1daa7ae6a456b4158289c936d3a6486352c276229f
static const unsigned char file156[] = {
#embed "../../web/register/receipts.js"
};
// /register/register-dialogs.js 06b2764ca779b4e5730b341317a1e178cede8e53e5ba33dd2768b4d247fb8f33
static const unsigned char file157[] = {
#embed "../../web/register/register-dialogs.js"
};
// /register/register-keys.js 4c3cf178ac539b96747d39e28cac5e28a122fd3d9c73a12c4575a5526aadb07a
static const unsigned char file158[] = {
#embed "../../web/register/register-keys.js"
};
// /register/register-menu.js 30370660565e3fe13dd26f78bfc50fe665624237b822c86f9de7a3270c537aa8
static const unsigned char file159[] = {
#embed "../../web/register/register-menu.js"
};
// /register/register-view.js b7ffdede83dd8190cff1418e5c074bfb5078b02753add4c605df766c877d6e89
static const unsigned char file160[] = {
#embed "../../web/register/register-view.js"
};
// /register/register.css 9faf44d97b9f184df8a9a17aaac96487b7c2be85ecd1d2d9ba4dc5a6ea9c352b
static const unsigned char file161[] = {
#embed "../../web/register/register.css"
};
// /register/register.js b0acc7edfab03283fd7b16d59ab1455991290419301553697d2f7ba930991fd2
static const unsigned char file162[] = {
#embed "../../web/register/register.js"
};
// /register/roll-view.js 84f3fed4f73e8a088bf80bde7c79b7ccf9a2adaff764382a743fbf10286cace5
static const unsigned char file163[] = {
#embed "../../web/register/roll-view.js"
};
// /register/roll.js 53ecb10a278ab919622daa248bad7aa32236fe7d62a6107fec40eb985f9302d6
static const unsigned char file164[] = {
#embed "../../web/register/roll.js"
};
// /register/row.js c92d091b0f844bd424f330dfc24470a86d67d98d162bb9f3f511bf98a165c9e4
static const unsigned char file165[] = {
#embed "../../web/register/row.js"
};
// /register/session-forms.js f84171c60a2525caca32fb1042be30b58237ba46e3c8f2bdfb2057183b5afd06
static const unsigned char file166[] = {
#embed "../../web/register/session-forms.js"
};
// /register/session-frame.js 95282fe2d211326e2b965cc71dbc69e8a96c083483ec2bebf5905ecaf5cd2f80
static const unsigned char file167[] = {
#embed "../../web/register/session-frame.js"
};
// /register/session-making.js e8527d51301c173541650173ee8ec63eb57cadd28c4d5f30b7a9f684a36be18d
static const unsigned char file168[] = {
#embed "../../web/register/session-making.js"
};
// /register/session-views.js f50b6df73a3b0f9f8b978afa628c2ee1fb9f18629bee56ca38ad7581b26c1949
static const unsigned char file169[] = {
#embed "../../web/register/session-views.js"
};
// /register/session-words.js ec887b5c4fffd02da65376e5483373657efc7989ab7b9454c8c5d370d86648ce
static const unsigned char file170[] = {
#embed "../../web/register/session-words.js"
};
// /register/sessions.css d1c89f43ffeb43a179e26af1b1ae05eac5fbc364393456c51993e53c4d9a69e3
static const unsigned char file171[] = {
#embed "../../web/register/sessions.css"
};
// /register/sessions.js e586052fafac7d38a22b1defef9891581a6a88d8dcabfb5d2f9c179e2fff2e48
static const unsigned char file172[] = {
#embed "../../web/register/sessions.js"
};
// /register/storage-state.js 9cce6a21fec7795dc92b49d682fcb28c74168b417218a9f4e6fbcc344391749a
static const unsigned char file173[] = {
#embed "../../web/register/storage-state.js"
};
// /register/student-check-in.js a2b16fba463d3f8d42580e55f552cfe35617b71d8d87c052bc0f96fbfc93c121
static const unsigned char file174[] = {
#embed "../../web/register/student-check-in.js"
};
// /register/student-record.js 2e6e2428ea50d4a36b236f99c4703781fc4aa2ef2945fe151e23432273ac83bf
static const unsigned char file175[] = {
#embed "../../web/register/student-record.js"
};
// /register/student-sheet.js 4a4e5774853dafeb5dfcb06a00f1c90a0816b5839796cc59f7d394f1f2522bd8
static const unsigned char file176[] = {
#embed "../../web/register/student-sheet.js"
};
// /register/student-view.js f8bbcd463215ee516f3229f9c6c940280d434eb27d43380c116289816c606828
static const unsigned char file177[] = {
#embed "../../web/register/student-view.js"
};
// /register/student.css 131426c0162521886590768a77bdac1a1dcccaf95c0cab0e97135d5d61901839
static const unsigned char file178[] = {
#embed "../../web/register/student.css"
};
// /register/student.js c353618828e2d1230299bf0d0c1785ea1c2b44b6e2154184e6caea80f41bcca2
static const unsigned char file179[] = {
#embed "../../web/register/student.js"
};
// /register/today-model.js 33ab9216dfc127469d010d5caf15e7b7a47530effea894788200f8fd367855b5
static const unsigned char file180[] = {
#embed "../../web/register/today-model.js"
};
// /register/today.css a762a0919f9c797f3845534f8e03ee946369a128069549e931e9f9ceacb949fc
static const unsigned char file181[] = {
#embed "../../web/register/today.css"
};
// /register/today.js 01644043c077c5a6fd5b45c6d7a6ab2fbd0e989ab042053c01a009b18f738510
static const unsigned char file182[] = {
#embed "../../web/register/today.js"
};
// /register/waiting-devices.js acf81f7aaf33c651eaf140489de9e437d3251369b0c9aa7311a3b1591f0c9800
static const unsigned char file183[] = {
#embed "../../web/register/waiting-devices.js"
};
// /register/waiting-receipts.js 33b5bb30bb7e83b6290ce2a812f7f9d634045947f831b17f1d94461d10ff1081
static const unsigned char file184[] = {
#embed "../../web/register/waiting-receipts.js"
};
// /register/waiting-view.js 1c4f2e6606ef8150bdf6e0ec2935b6011e37a7ff8ca167b700a54096703e0ee7
static const unsigned char file185[] = {
#embed "../../web/register/waiting-view.js"
};
// /register/waiting.js 8ad472a8d085a056130fe2589a6c582f7ce2106a22cfe1ed64bc90afee011116
static const unsigned char file186[] = {
#embed "../../web/register/waiting.js"
};
// /reports/cells.js 4bde3213626c0ff97173d907a012f459c733d110cf2ec1d1017415855bac6d66
static const unsigned char file187[] = {
#embed "../../web/reports/cells.js"
};
// /reports/definitions.js 2544f4a1b6b037ee02577d8a3fb146fbddfd8d4c1904f2ff64d37e909cbaa32f
static const unsigned char file188[] = {
#embed "../../web/reports/definitions.js"
};
// /reports/downloads.js 2ffa3afc39d622a77eef261818d0d70e17c63e172587dedc450201e0dde1b102
static const unsigned char file189[] = {
#embed "../../web/reports/downloads.js"
};
// /reports/page.js a540d6c42bb6fa36473ae5f2adafa0500f50ad32db1e3e586c0c3af4d71d13dd
static const unsigned char file190[] = {
#embed "../../web/reports/page.js"
};
// /reports/parameters.js a3522f0259ac128190cd2d9c4f96f46f85ae806f9b179f59cd12512bdece0a52
static const unsigned char file191[] = {
#embed "../../web/reports/parameters.js"
};
// /reports/reports.css e6e36c940dc22a0f93ab20d5b1cb5ca0fc683ac26685dd5607527db89b118982
static const unsigned char file192[] = {
#embed "../../web/reports/reports.css"
};
// /reports/totals.js 3f5a0115bb1ebce8a14c5ca17941c7e078c115687e27d4937a24a30460c5744a
static const unsigned char file193[] = {
#embed "../../web/reports/totals.js"
};
// /roster/choices.js 0643a2b89f7579de16f460ccfcf150b7d602979a3a854dd8dd1a53755ae9e1c9
static const unsigned char file194[] = {
#embed "../../web/roster/choices.js"
};
// /roster/group-actions.js 76e793c9821b9a35bc7ac34d6af2472316240fe92f92a8590dfeab92df620001
static const unsigned char file195[] = {
#embed "../../web/roster/group-actions.js"
};
// /roster/group-forms.js eea015a1073264cdd1b89ae0999e02e17ea045bfe4b73d87d707703473a80c31
static const unsigned char file196[] = {
#embed "../../web/roster/group-forms.js"
};
// /roster/group-view.js 881e75b21f6a63b8a5f5f1764d8be25bd383f6de18c82ed5fbc4c19fbd48e282
static const unsigned char file197[] = {
#embed "../../web/roster/group-view.js"
};
// /roster/group.js dc9a0b76887dc3699a6a129c24a605ee5455eed38fcd28ae346da47f3b65fae0
static const unsigned char file198[] = {
#embed "../../web/roster/group.js"
};
// /roster/module-forms.js 006fada19051808b5b59db9fa708898ec67f087f459e908e6c165aea9b64df1d
static const unsigned char file199[] = {
#embed "../../web/roster/module-forms.js"
};
// /roster/modules-view.js fe0182417607f93aeb7698228e77e2b13a5605bff08ff25b7d84178275048fb3
static const unsigned char file200[] = {
#embed "../../web/roster/modules-view.js"
};
// /roster/modules.js 032faf9f0257e924fbdc90783104d0a1359dd3f0c1a3e454ec7a10dfb44b7e9a
static const unsigned char file201[] = {
#embed "../../web/roster/modules.js"
};
// /roster/names.js 45aa0b6fa9dd4e5b8d34e3cb4988b29e7e642db30baff73e590efcf2c262a78e
static const unsigned char file202[] = {
#embed "../../web/roster/names.js"
};
// /roster/people.js f8489f07eb1fb49ba7ff3449b5b5f105432ac32fb2bf9ad192cbe8f7fc975b74
static const unsigned char file203[] = {
#embed "../../web/roster/people.js"
};
// /roster/person-form.js 234c41efd75b914aeaa83b62c211b92a09810b3713a9b6e5584c76847d9a2f62
static const unsigned char file204[] = {
#embed "../../web/roster/person-form.js"
};
// /roster/person-picker.js 11edc7ce17d03ff22b8b88e09bf335f22ede3ba9c95fcd30ca7fc71c46437644
static const unsigned char file205[] = {
#embed "../../web/roster/person-picker.js"
};
// /roster/person-view.js c0596f5f5b302cc5ad678d5065e4c9482881afb06b4506c3e3598ae6f141a437
static const unsigned char file206[] = {
#embed "../../web/roster/person-view.js"
};
// /roster/person.js f06e28d4bb5ea618b206945920bb593b6377d0ef4a7f206d109cf1a9848dbd6a
static const unsigned char file207[] = {
#embed "../../web/roster/person.js"
};
// /roster/rollover.js 8e922a99649b7511790453680690e1b76b6b3ee15b655c8c048388860f5401be
static const unsigned char file208[] = {
#embed "../../web/roster/rollover.js"
};
// /roster/roster.css d3842a823a883afbe30f0140bfed2ffe0da8c689376fa5a753909ac1be948c98
static const unsigned char file209[] = {
#embed "../../web/roster/roster.css"
};
// /roster/school-view.js 4030404d12b1e41dffd75cba35a068e13f97c283a8c345b59ad7eb9b9893bc37
static const unsigned char file210[] = {
#embed "../../web/roster/school-view.js"
};
// /roster/school.js f628db8f45ffb677df4c5b7104e911e8eb9f7a387e8a37c60dd2180b214ce13b
static const unsigned char file211[] = {
#embed "../../web/roster/school.js"
};
// /router.js ea7d2e41ea32c4aebbbb19da2fabcad846184eb40bc4ac8ae4af119c049dc1ec
static const unsigned char file212[] = {
#embed "../../web/router.js"
};
// /routes.js badc9c9f290f3e8787d57dc7492c1a3aee186082aaa8a44c676c03c62dea0032
static const unsigned char file213[] = {
#embed "../../web/routes.js"
};
// /scribe/absentees.js 418e8f146ae518aabdf9f7c5dc769e3b9f49feaecf75815abba949512440d598
static const unsigned char file214[] = {
#embed "../../web/scribe/absentees.js"
};
// /scribe/ai-notes-tab.js 3ed4542c39631e182dd68bb79599170a866e4c0e73dc2880003ff2acdbc7aa0f
static const unsigned char file215[] = {
#embed "../../web/scribe/ai-notes-tab.js"
};
// /scribe/attachment-name.js 1a820dfb36b0aabef08cc8e1706ebda077833c2bf3570760a01a6e6d6953b31c
static const unsigned char file216[] = {
#embed "../../web/scribe/attachment-name.js"
};
// /scribe/attachment-pages.js 5681172d1f2c89faef4bc8fe87396ed86373665f6641861e2fe245c9c2d7c9c6
static const unsigned char file217[] = {
#embed "../../web/scribe/attachment-pages.js"
};
// /scribe/attachment-place.js 5cac45dc693ca3c36382139a922da1c73022e453d8c575afca639e05dce0f433
static const unsigned char file218[] = {
#embed "../../web/scribe/attachment-place.js"
};
// /scribe/attachments-tab.js a13d097383c342478f244edc65661cf7b7b9e6f581a32e11cf549d5f75a54d24
static const unsigned char file219[] = {
#embed "../../web/scribe/attachments-tab.js"
};
// /scribe/catch-up.js fef01e39a1eca57ef39c82b02c32735fbad906b7b4bfab84cc76de05fe6914a0
static const unsigned char file220[] = {
#embed "../../web/scribe/catch-up.js"
};
// /scribe/citations.js d7f027a27101542223f3780753f2f29c2c938e7da5448c82c2133ef211d85ab7
static const unsigned char file221[] = {
#embed "../../web/scribe/citations.js"
};
// /scribe/export-dialog.js aac42aa0a4b4e83e2c0403db7dbc09df88abddc50779de3919ae2b68b41ba010
static const unsigned char file222[] = {
#embed "../../web/scribe/export-dialog.js"
};
// /scribe/fingerprint.js c5e97c8488671edd7902df65cc49be1bce3e4d197e06566829f2c0bb1a4253d4
static const unsigned char file223[] = {
#embed "../../web/scribe/fingerprint.js"
};
// /scribe/index-view.js 6321fbdea30aeaa5fcc9c8d77ff0a90aa009096249e49a5507a9aad9097e54d8
static const unsigned char file224[] = {
#embed "../../web/scribe/index-view.js"
};
// /scribe/index.js 3896bda927ee6e0565bbae67f5f51a110b491aea38a9e54d32d882aec99ab495
static const unsigned char file225[] = {
#embed "../../web/scribe/index.js"
};
// /scribe/level-meter.js f32d2e37e55442778ae53d73dd087c5068f5f01c3508a5c7fd893cdfec01efdc
static const unsigned char file226[] = {
#embed "../../web/scribe/level-meter.js"
};
// /scribe/live-progress.js 4d6b0398f92b69e4a1ecf5848d23c338e55e16847eb6acb935370c94e1e02cbc
static const unsigned char file227[] = {
#embed "../../web/scribe/live-progress.js"
};
// /scribe/making.js 4edc187240d46dfa0df82c1cb72edbecf4355c71ff0555a5746bd099c8cd3e99
static const unsigned char file228[] = {
#embed "../../web/scribe/making.js"
};
// /scribe/markdown.js 7f9c31246c38067a723185eea4fc4fe333763367d1e5b1dfb980f2509582be6b
static const unsigned char file229[] = {
#embed "../../web/scribe/markdown.js"
};
// /scribe/microphones.js 1028f7ff73bbd7701bc400b76cc8f727e3605070d3baaf46cd8d7f8db0892ebb
static const unsigned char file230[] = {
#embed "../../web/scribe/microphones.js"
};
// /scribe/note-keeper.js e25b8d136e5ab27e624f78b08beab07426ca2734334931dcb34d82e09147d4e2
static const unsigned char file231[] = {
#embed "../../web/scribe/note-keeper.js"
};
// /scribe/note-keys.js 1fed7a77db8c840a3f797fd215906c30433abbd9d3bbb0ec1c9fdb665833e8e8
static const unsigned char file232[] = {
#embed "../../web/scribe/note-keys.js"
};
// /scribe/note-merge.js 6494ed878d0a9363e0be29dc935d6915eba6e7c8d24beb173c132ca1ce600e18
static const unsigned char file233[] = {
#embed "../../web/scribe/note-merge.js"
};
// /scribe/notes-tab.js 40b1dcd041ff1311f9cbe5ed623c60f1b6b5faed1e7ff82b9ecd770a7e81b825
static const unsigned char file234[] = {
#embed "../../web/scribe/notes-tab.js"
};
// /scribe/places.js 4b80509815f9fced94d0b0d1105352a9c57d02acdedc3917dd3d85de64c3f0fc
static const unsigned char file235[] = {
#embed "../../web/scribe/places.js"
};
// /scribe/player-marks.js 7489c7c854de66a2657de132b668b378d3eadca0da52778452b29a25165897d6
static const unsigned char file236[] = {
#embed "../../web/scribe/player-marks.js"
};
// /scribe/player.js a14a6bd52a493a43ac0f43f3a3605095f59a14a959b5d290b6e291a4de30fb74
static const unsigned char file237[] = {
#embed "../../web/scribe/player.js"
};
// /scribe/questions-tab.js ec65072460366eaf10c6208de64f4dd3ff91b57126d10d9858eba943688317d4
static const unsigned char file238[] = {
#embed "../../web/scribe/questions-tab.js"
};
// /scribe/record-view.js fd62fc2562aa668a732f944942d3d42e6cc21aa5917ef50f5290edabd0d42128
static const unsigned char file239[] = {
#embed "../../web/scribe/record-view.js"
};
// /scribe/record.js da43b370fb37f924a0e38a273f580f08edafb7846effd0b272a8868a7c28d06f
static const unsigned char file240[] = {
#embed "../../web/scribe/record.js"
};
// /scribe/recorder.js 62101e3b051f3f6d2065869673953f32441560bd46ee12c050f4a77f9f9a9c16
static const unsigned char file241[] = {
#embed "../../web/scribe/recorder.js"
};
// /scribe/recording-actions.js e612c2138709b7d963c0a36decc0486507de0ff34216eb80eca4874346707e3f
static const unsigned char file242[] = {
#embed "../../web/scribe/recording-actions.js"
};
// /scribe/recording-line.js 970761cc757e246c0024172baa327b9cb6b7bf944c0fd01e1ae50793c06d6d85
static const unsigned char file243[] = {
#embed "../../web/scribe/recording-line.js"
};
// /scribe/resumable.js f9f302ee4fc0ea1a8862c0cbc047e257bf555def2c737af7d5ae80d249f3de4a
static const unsigned char file244[] = {
#embed "../../web/scribe/resumable.js"
};
// /scribe/save-take.js 7f5e3f159f896b5a80e88382a7022af98c840014146a3e432823c82a7d1f3825
static const unsigned char file245[] = {
#embed "../../web/scribe/save-take.js"
};
// /scribe/scribe.css 0acd5b6b3075de567475febc40daf6c89d962176b9010af03ccba28a5de31696
static const unsigned char file246[] = {
#embed "../../web/scribe/scribe.css"
};
// /scribe/search.js b52657a5422e74947ad72a6dab4f42d1287aaf8665836fda87f31648d722ff90
static const unsigned char file247[] = {
#embed "../../web/scribe/search.js"
};
// /scribe/segment-actions.js cbb1530cbf65d48815521a508b0aeef2fc95634e93508f0bcab1a9c903c0b09b
static const unsigned char file248[] = {
#embed "../../web/scribe/segment-actions.js"
};
// /scribe/session-actions.js 3ecf70a8491a924f4b43aff591d84b6926443915468879ef1b9f3bdda4a2c6a8
static const unsigned char file249[] = {
#embed "../../web/scribe/session-actions.js"
};
// /scribe/session-info.js 072a0da7e473c47fcec10d3d4bf09e57180388fc5983326d5067e600f98d26c2
static const unsigned char file250[] = {
#embed "../../web/scribe/session-info.js"
};
// /scribe/session-view.js 73a463155bba66f4c9a0cf81f133d8b4cdec1722db5a5b5b9d196c5b38e547eb
static const unsigned char file251[] = {
#embed "../../web/scribe/session-view.js"
};
// /scribe/session.js 719595d46a0e7c1b92ac3667fb556f1246ffebe262799d28e496c50600f274ac
static const unsigned char file252[] = {
#embed "../../web/scribe/session.js"
};
// /scribe/sharing-guard.js f69fd770c9183d2763a1f4e8731209b5639fbcc6e3a8e40f6c91c018b63bfd89
static const unsigned char file253[] = {
#embed "../../web/scribe/sharing-guard.js"
};
// /scribe/study-tab.js ee7d919526035a34c68b4d03bb902096c1ace794755b2b1039164a28b1bec9cb
static const unsigned char file254[] = {
#embed "../../web/scribe/study-tab.js"
};
// /scribe/tabs.js 2506772f3890fe0268a8c47358cc1234b805294eae747780e483a691e6db3758
static const unsigned char file255[] = {
#embed "../../web/scribe/tabs.js"
};
// /scribe/tag-words.js e2420e4b300750f9945eb172e3cd60fcc43c3c4184f86c0b4d2856c9bc5ae7c9
static const unsigned char file256[] = {
#embed "../../web/scribe/tag-words.js"
};
// /scribe/take-sender.js 83776cc8e115e68b00e5b858203293b9c16be1903d6cdc0887549fe0a9ec8f3b
static const unsigned char file257[] = {
#embed "../../web/scribe/take-sender.js"
};
// /scribe/takes-panel.js 32ca84f409c82c23ea86ac1f4fe24f4966405527b7376cce7b12f42727fa6280
static const unsigned char file258[] = {
#embed "../../web/scribe/takes-panel.js"
};
// /scribe/transcript-blocks.js 3d514768037c9b7550cc5cc69ed05705069f48a79fc6a4ab593a5fbf5ec7bab5
static const unsigned char file259[] = {
#embed "../../web/scribe/transcript-blocks.js"
};
// /scribe/transcript-dialogs.js f7008f1012dd5b32a3213c3adaa39fb99310d5ba5e45cdc11fc6a938020085a9
static const unsigned char file260[] = {
#embed "../../web/scribe/transcript-dialogs.js"
};
// /scribe/transcript-edit.js 24776208d1c8fa937ee012ef298f5e6536e680e26e72f0577ea64c41bb456cf5
static const unsigned char file261[] = {
#embed "../../web/scribe/transcript-edit.js"
};
// /scribe/transcript-find.js f688f52da833c9fcb14f58f3228caf327a2e6db196bb29402845f2546a1c5fad
static const unsigned char file262[] = {
#embed "../../web/scribe/transcript-find.js"
};
// /scribe/transcript-follow.js 120b3ec8cfeb0e23d2840971ece988b482e0edd3b1c9845905aa32ab6ed219d1
static const unsigned char file263[] = {
#embed "../../web/scribe/transcript-follow.js"
};
// /scribe/transcript-keys.js abf021cecae52d861f7ca90945b030ace655390c642bca23c417dbd8dc0e335c
static const unsigned char file264[] = {
#embed "../../web/scribe/transcript-keys.js"
};
// /scribe/transcript-live.js c28737f07ef79272de138f0deb0ad28e675b6b5517293d48da6b557655045cc4
static const unsigned char file265[] = {
#embed "../../web/scribe/transcript-live.js"
};
// /scribe/transcript-model.js 414322b7d2ba4b03ce2ce6ed70e2180b5bbc86d615f2a9679f1925fff02e2664
static const unsigned char file266[] = {
#embed "../../web/scribe/transcript-model.js"
};
// /scribe/transcript-pages.js e64e9f625f44daf941e27029381c3f6dee906fa2ec7a144da6bdccc53d59fa25
static const unsigned char file267[] = {
#embed "../../web/scribe/transcript-pages.js"
};
// /scribe/transcript-tab.js 555a17c8bfe2d004a2371a293389a38a63eb53f44bb788aa3ea5dab237e83c50
static const unsigned char file268[] = {
#embed "../../web/scribe/transcript-tab.js"
};
// /scribe/transcript-view.js 6ebc0cae77626cc5be988d0cc536e238722ed35b732590b083e10310a9f3e827
static const unsigned char file269[] = {
#embed "../../web/scribe/transcript-view.js"
};
// /scribe/truth.js dd289ac6f0b150e4e0f6e3a6a79f8b8695f3fff1ff14766ca8e3ff936b531b7f
static const unsigned char file270[] = {
#embed "../../web/scribe/truth.js"
};
// /scribe/upload-panel.js 5f3817044582a9b442b2b63cc338532c312b4b131296e541ab1ce781e8e06b88
static const unsigned char file271[] = {
#embed "../../web/scribe/upload-panel.js"
};
// /scribe/uploads.js 296b2293d47ebef6050188e69cb53a2c6d9aa646e9f06fdf2d6e79982baffbe9
static const unsigned char file272[] = {
#embed "../../web/scribe/uploads.js"
};
// /scribe/wake-lock.js 9425cfb1d0982f1fc4eb806d0dfc29df8fa14c22b48fb0ee35d3e2245fd9bd7c
static const unsigned char file273[] = {
#embed "../../web/scribe/wake-lock.js"
};
// /scribe/words.js 5bf502f6a8e55e9e8717141a592e3eba6c2c87d38ef4e5cacc635c3303b12c41
static const unsigned char file274[] = {
#embed "../../web/scribe/words.js"
};
// /scribe/work.css 1561b38d7c014ea128cfeb4db94579bd5e27b54f7948d91b4862e249a31662c1
static const unsigned char file275[] = {
#embed "../../web/scribe/work.css"
};
// /session.js cbba8c2da16226df461d68de4d7975ce656ce07f9d52668e061b6b5a14cd675d
static const unsigned char file276[] = {
#embed "../../web/session.js"
};
// /signing-out.js 36bdacf9fd6a1e2f57683e9a663a9a3ceae68ac20106e17c8826e3a909a236a2
static const unsigned char file277[] = {
#embed "../../web/signing-out.js"
};
// /store/base.js c5517d6e3b188e6b41b99685241acb37a79b2485e13d56460be52b41a738eda7
static const unsigned char file278[] = {
#embed "../../web/store/base.js"
};
// /store/database.js 2169bd9dfc5324e8a2d1d40aaccbfbf4ebeb38d51f14d78d1cc2faecf1ae5102
static const unsigned char file279[] = {
#embed "../../web/store/database.js"
};
// /store/drafts.js 9661186f15dc6a3281da4576c2319701a260244d3d516094ae984a80d4066fb7
static const unsigned char file280[] = {
#embed "../../web/store/drafts.js"
};
// /store/export.js df2acbf63c232a64ec2dbcbcb7c8972d065029ae3cd720e6da782979f9a5653c
static const unsigned char file281[] = {
#embed "../../web/store/export.js"
};
// /store/memory.js b6fe6517220b35173381791556a89df079ae16e89ef620413d459d8ad0ac802f
static const unsigned char file282[] = {
#embed "../../web/store/memory.js"
};
// /store/outbox.js 2982a02c63c5400eb2066a9696dccf241b0931db01b8335dd69fe789e0a1ea3e
static const unsigned char file283[] = {
#embed "../../web/store/outbox.js"
};
// /store/reading.js 224758f829513b3e2d2bf18b299dfefdff545b47c948173a51e3f7062bc3c168
static const unsigned char file284[] = {
#embed "../../web/store/reading.js"
};
// /store/records.js 9e7ca161401293ee0a78407e6a1bb6da0b3b838bc3db14d4399dc1bd3fc39ae2
static const unsigned char file285[] = {
#embed "../../web/store/records.js"
};
// /store/requeue.js bbb9e2c5a973b21f4eec225769c08040fd792083c0968c105f4fab2defeb0fd0
static const unsigned char file286[] = {
#embed "../../web/store/requeue.js"
};
// /store/rows.js 4886aa873aa9a564f53962cb3671ffd3405b4476d503ce0e4d8c91c11af21d79
static const unsigned char file287[] = {
#embed "../../web/store/rows.js"
};
// /store/schema.js 078a4c8ebc6a1c67ae693a9a456dc4797b888e95c16dfcd73a2306d60f12b976
static const unsigned char file288[] = {
#embed "../../web/store/schema.js"
};
// /store/snapshot.js 42edf156a75e45c25c7aae7004a5e5364a9d2ae2b2a46897fc546e862539db3b
static const unsigned char file289[] = {
#embed "../../web/store/snapshot.js"
};
// /store/store.js 3bf43a7f0f8f92dac0647918b685ad040c1a36a9cecb0f7ed1a50f9bf05c8e81
static const unsigned char file290[] = {
#embed "../../web/store/store.js"
};
// /store/takes-schema.js fa80e37d242447b58f60a3f7ca830f1a0222badd2e1181ae8a40e18b5e0a5a07
static const unsigned char file291[] = {
#embed "../../web/store/takes-schema.js"
};
// /store/takes.js 1fd0ff362d1dd6adcfa4d40a569ef1273675aa5f194a148bb648a6d34cf2130c
static const unsigned char file292[] = {
#embed "../../web/store/takes.js"
};
// /store/unsent-file.js 1454c83a5502de1790821dcf367caec9ad5164cb71786f9ca6b68f9426d69346
static const unsigned char file293[] = {
#embed "../../web/store/unsent-file.js"
};
// /styles/base.css e95e0b0ec260c267b926da5f2c561383602991bdf5ec70a1933f3e8316524611
static const unsigned char file294[] = {
#embed "../../web/styles/base.css"
};
// /styles/elements.css a507aac850174880d2cfb1a6f5a5bb2c62a24133faa79dbac4e23ca1dc6f9d65
static const unsigned char file295[] = {
#embed "../../web/styles/elements.css"
};
// /styles/print.css 7a7499d2bc7c4411582380a8d231f83ca7de3c48daa209acbbbbc4a27b68adb1
static const unsigned char file296[] = {
#embed "../../web/styles/print.css"
};
// /styles/shell.css fd95a984f2e565031039b9f66fc0f967a37b48794f2a9788733ba5044b55d975
static const unsigned char file297[] = {
#embed "../../web/styles/shell.css"
};
// /styles/tokens.css 1fbb732e1e8f5190018dfb97144376e16df23fe0fd518572190a03d379e9e9e5
static const unsigned char file298[] = {
#embed "../../web/styles/tokens.css"
};
// /sw.js 0e9e64a84e62c137ec577dc9060675c0ae3c4d4a2d42004d5be9bc3dc68f4ae9
static const unsigned char file299[] = {
#embed "../../web/sw.js"
};
// /sync/ask.js 75ba5c68970e4171580e3ec41b135186e8a5a6b6e980eb6f2ac3f8cc88549fc2
static const unsigned char file300[] = {
#embed "../../web/sync/ask.js"
};
// /sync/background.js 074cd1341ac428e19879b66d0df571e85fcb43b294f3b4221f669bbc1f60a065
static const unsigned char file301[] = {
#embed "../../web/sync/background.js"
};
// /sync/backoff.js 72579f35dba6954759c8e348f4214361275a225ba2c8e699b848339e56c21a46
static const unsigned char file302[] = {
#embed "../../web/sync/backoff.js"
};
// /sync/compact.js 30ee9adb1a6ff4b1b6b3473e4c7883968bee78662606c1925db19635caf14904
static const unsigned char file303[] = {
#embed "../../web/sync/compact.js"
};
// /sync/engine.js 62e56a6a11b816c3fde08e1fcf8ebc0ef968327a6644453e9e6a2baffaa71816
static const unsigned char file304[] = {
#embed "../../web/sync/engine.js"
};
// /sync/exchange.js 0a9a9d4c84c5aec0bc7c0fd34d9eb3654ed3640a36df86296821e095fff84334
static const unsigned char file305[] = {
#embed "../../web/sync/exchange.js"
};
// /sync/identity.js b460cc05b6d0f2165d01c7750fd42736c88a9746938169d460faef7387544259
static const unsigned char file306[] = {
#embed "../../web/sync/identity.js"
};
// /sync/leader.js b14be378cee4c77d4741e7d21893e46ec29b829333441e0f15dec66b7a9a9461
static const unsigned char file307[] = {
#embed "../../web/sync/leader.js"
};
// /sync/live.js 10fa3642e2cf7bd3e6a16b8c4a9584cafc8d25d8037ed1d59214adc5fc753f3b
static const unsigned char file308[] = {
#embed "../../web/sync/live.js"
};
// /sync/merge.js 6f04e5a0f47e1d439f7f11966f69493d342c0beacb29e1922d080dfaa84d147a
static const unsigned char file309[] = {
#embed "../../web/sync/merge.js"
};
// /sync/operation.js 43e93685c23ea706c789b0ce1d3fec8d4002bc3ea8e705ad456ea2600e917f70
static const unsigned char file310[] = {
#embed "../../web/sync/operation.js"
};
// /sync/receipt.js e195819a6e6f6f98b02f2b5e4ba0a90d17f171bc896972b1c369d177a8b85fa9
static const unsigned char file311[] = {
#embed "../../web/sync/receipt.js"
};
// /sync/stamp.js b43d01b8aa374f0c93922994553cba35fc4eb686454c23ce32f8e9e5282aee7c
static const unsigned char file312[] = {
#embed "../../web/sync/stamp.js"
};
// /sync/tabs.js 50bb0a20d49f9399572d06a2c2f4c4006befae986d1af248678c3d195d5b31cb
static const unsigned char file313[] = {
#embed "../../web/sync/tabs.js"
};
// /sync/timer.js 548a6b365ad2efdee96942371a84c45620c1f7d70af2026056debc108a9bcd43
static const unsigned char file314[] = {
#embed "../../web/sync/timer.js"
};
// /updates.js 9ae603ab017df068f6d5a3db76cf0aa1f5444a22244480941a20b96cdbc4ae23
static const unsigned char file315[] = {
#embed "../../web/updates.js"
};
// /upload.js ea765c00e8e6a009c168de4f79715d5f4f4859b0bb6978173c1048c6cf5aed4f
static const unsigned char file316[] = {
#embed "../../web/upload.js"
};
// /vendor/plotly.min.js 3b6e15d45dbb7fca5bd2094291e961ddc5472cd887009e6009a56dab668d721f
static const unsigned char file317[] = {
#embed "../../.deps/plotly/plotly.min.js"
};
// /worker.js 288ed3928109f319baecadd005cc732d93cb2d29ca7a66d8be6c3418f3e87b33
static const unsigned char file318[] = {
#embed "../../web/worker.js"
};

static const struct rounds_asset assets[] = {
    {"/accounts/account-forms.js", file0, sizeof file0},
    {"/accounts/account.js", file1, sizeof file1},
    {"/accounts/accounts.css", file2, sizeof file2},
    {"/accounts/device-list.js", file3, sizeof file3},
    {"/accounts/roles.js", file4, sizeof file4},
    {"/accounts/sign-in.js", file5, sizeof file5},
    {"/accounts/users.js", file6, sizeof file6},
    {"/api.js", file7, sizeof file7},
    {"/app.js", file8, sizeof file8},
    {"/compliance/about-panel.js", file9, sizeof file9},
    {"/compliance/again.js", file10, sizeof file10},
    {"/compliance/ask-panel.js", file11, sizeof file11},
    {"/compliance/batch.js", file12, sizeof file12},
    {"/compliance/case.js", file13, sizeof file13},
    {"/compliance/cases.js", file14, sizeof file14},
    {"/compliance/coaching.js", file15, sizeof file15},
    {"/compliance/compliance.css", file16, sizeof file16},
    {"/compliance/document-view.js", file17, sizeof file17},
    {"/compliance/document.js", file18, sizeof file18},
    {"/compliance/dropped.js", file19, sizeof file19},
    {"/compliance/due.js", file20, sizeof file20},
    {"/compliance/episode-details.js", file21, sizeof file21},
    {"/compliance/episode-view.js", file22, sizeof file22},
    {"/compliance/episode.js", file23, sizeof file23},
    {"/compliance/episodes.js", file24, sizeof file24},
    {"/compliance/finding-card.js", file25, sizeof file25},
    {"/compliance/finding-filter.js", file26, sizeof file26},
    {"/compliance/finding-keys.js", file27, sizeof file27},
    {"/compliance/frame.js", file28, sizeof file28},
    {"/compliance/identifiers.js", file29, sizeof file29},
    {"/compliance/index-view.js", file30, sizeof file30},
    {"/compliance/index.js", file31, sizeof file31},
    {"/compliance/logbook.js", file32, sizeof file32},
    {"/compliance/make-case.js", file33, sizeof file33},
    {"/compliance/note-actions.js", file34, sizeof file34},
    {"/compliance/note-text.js", file35, sizeof file35},
    {"/compliance/pointer.js", file36, sizeof file36},
    {"/compliance/ranges.js", file37, sizeof file37},
    {"/compliance/rubric-view.js", file38, sizeof file38},
    {"/compliance/rubric.js", file39, sizeof file39},
    {"/compliance/rubrics.js", file40, sizeof file40},
    {"/compliance/rulebook.js", file41, sizeof file41},
    {"/compliance/rules.js", file42, sizeof file42},
    {"/compliance/sample-note.js", file43, sizeof file43},
    {"/compliance/sending.js", file44, sizeof file44},
    {"/compliance/settings.js", file45, sizeof file45},
    {"/compliance/team.js", file46, sizeof file46},
    {"/compliance/trend-charts.js", file47, sizeof file47},
    {"/compliance/trends.js", file48, sizeof file48},
    {"/compliance/unmask.js", file49, sizeof file49},
    {"/compliance/verdicts.js", file50, sizeof file50},
    {"/compliance/words.js", file51, sizeof file51},
    {"/compliance/yaml-editor.js", file52, sizeof file52},
    {"/elements/banners.js", file53, sizeof file53},
    {"/elements/chart-frame.js", file54, sizeof file54},
    {"/elements/chart-library.js", file55, sizeof file55},
    {"/elements/chart-look.js", file56, sizeof file56},
    {"/elements/chart-tools.js", file57, sizeof file57},
    {"/elements/chart.css", file58, sizeof file58},
    {"/elements/chart.js", file59, sizeof file59},
    {"/elements/dialog.js", file60, sizeof file60},
    {"/elements/fetched.js", file61, sizeof file61},
    {"/elements/field.js", file62, sizeof file62},
    {"/elements/first-fetch.js", file63, sizeof file63},
    {"/elements/icons.js", file64, sizeof file64},
    {"/elements/markup.js", file65, sizeof file65},
    {"/elements/menu.js", file66, sizeof file66},
    {"/elements/navigation.js", file67, sizeof file67},
    {"/elements/progress.js", file68, sizeof file68},
    {"/elements/status-line.js", file69, sizeof file69},
    {"/elements/table.js", file70, sizeof file70},
    {"/elements/toast.js", file71, sizeof file71},
    {"/icons/icon-192.png", file72, sizeof file72},
    {"/icons/icon-512.png", file73, sizeof file73},
    {"/icons/icon.svg", file74, sizeof file74},
    {"/icons/maskable-512.png", file75, sizeof file75},
    {"/imports/drop.js", file76, sizeof file76},
    {"/imports/frame.js", file77, sizeof file77},
    {"/imports/history.js", file78, sizeof file78},
    {"/imports/imports.css", file79, sizeof file79},
    {"/imports/kinds.js", file80, sizeof file80},
    {"/imports/page.js", file81, sizeof file81},
    {"/imports/report-view.js", file82, sizeof file82},
    {"/imports/steps.js", file83, sizeof file83},
    {"/imports/welcome.js", file84, sizeof file84},
    {"/index.html", file85, sizeof file85},
    {"/insights/accounting.js", file86, sizeof file86},
    {"/insights/adviser.js", file87, sizeof file87},
    {"/insights/advisers.js", file88, sizeof file88},
    {"/insights/answers.js", file89, sizeof file89},
    {"/insights/care.js", file90, sizeof file90},
    {"/insights/charts.js", file91, sizeof file91},
    {"/insights/choices.js", file92, sizeof file92},
    {"/insights/columns.js", file93, sizeof file93},
    {"/insights/compare-chart.js", file94, sizeof file94},
    {"/insights/compare.js", file95, sizeof file95},
    {"/insights/figures.js", file96, sizeof file96},
    {"/insights/filter-bar.js", file97, sizeof file97},
    {"/insights/filters.js", file98, sizeof file98},
    {"/insights/frame.js", file99, sizeof file99},
    {"/insights/heat.js", file100, sizeof file100},
    {"/insights/history.js", file101, sizeof file101},
    {"/insights/index-view.js", file102, sizeof file102},
    {"/insights/index.js", file103, sizeof file103},
    {"/insights/insights.css", file104, sizeof file104},
    {"/insights/placements.js", file105, sizeof file105},
    {"/insights/presets.js", file106, sizeof file106},
    {"/insights/recent.js", file107, sizeof file107},
    {"/insights/rows.js", file108, sizeof file108},
    {"/insights/self-certification.js", file109, sizeof file109},
    {"/insights/settings.js", file110, sizeof file110},
    {"/insights/student-parts.js", file111, sizeof file111},
    {"/insights/student.js", file112, sizeof file112},
    {"/insights/summary.js", file113, sizeof file113},
    {"/insights/table-part.js", file114, sizeof file114},
    {"/insights/upload-card.js", file115, sizeof file115},
    {"/insights/uploads-panel.js", file116, sizeof file116},
    {"/insights/uploads.js", file117, sizeof file117},
    {"/insights/view.js", file118, sizeof file118},
    {"/insights/weekly.js", file119, sizeof file119},
    {"/insights/welcome.js", file120, sizeof file120},
    {"/insights/words.js", file121, sizeof file121},
    {"/lib/dates.js", file122, sizeof file122},
    {"/lib/device.js", file123, sizeof file123},
    {"/lib/events.js", file124, sizeof file124},
    {"/lib/html.js", file125, sizeof file125},
    {"/lib/identifier.js", file126, sizeof file126},
    {"/lib/kept.js", file127, sizeof file127},
    {"/lib/news.js", file128, sizeof file128},
    {"/lib/plural.js", file129, sizeof file129},
    {"/lib/sha256.js", file130, sizeof file130},
    {"/lib/steady.js", file131, sizeof file131},
    {"/lib/styles.js", file132, sizeof file132},
    {"/lib/theme.js", file133, sizeof file133},
    {"/manifest.webmanifest", file134, sizeof file134},
    {"/me.js", file135, sizeof file135},
    {"/register/absence-evidence.js", file136, sizeof file136},
    {"/register/absence-form.js", file137, sizeof file137},
    {"/register/absence-list.js", file138, sizeof file138},
    {"/register/absence-states.js", file139, sizeof file139},
    {"/register/absence-words.js", file140, sizeof file140},
    {"/register/absences.css", file141, sizeof file141},
    {"/register/absences.js", file142, sizeof file142},
    {"/register/actions.js", file143, sizeof file143},
    {"/register/check-in-code.js", file144, sizeof file144},
    {"/register/conflicts.js", file145, sizeof file145},
    {"/register/dispute-box.js", file146, sizeof file146},
    {"/register/fetch-session.js", file147, sizeof file147},
    {"/register/history.js", file148, sizeof file148},
    {"/register/lateness.js", file149, sizeof file149},
    {"/register/markable.js", file150, sizeof file150},
    {"/register/marking.js", file151, sizeof file151},
    {"/register/more.js", file152, sizeof file152},
    {"/register/not-found.js", file153, sizeof file153},
    {"/register/operation-text.js", file154, sizeof file154},
    {"/register/receipt-check.js", file155, sizeof file155},
    {"/register/receipts.js", file156, sizeof file156},
    {"/register/register-dialogs.js", file157, sizeof file157},
    {"/register/register-keys.js", file158, sizeof file158},
    {"/register/register-menu.js", file159, sizeof file159},
    {"/register/register-view.js", file160, sizeof file160},
    {"/register/register.css", file161, sizeof file161},
    {"/register/register.js", file162, sizeof file162},
    {"/register/roll-view.js", file163, sizeof file163},
    {"/register/roll.js", file164, sizeof file164},
    {"/register/row.js", file165, sizeof file165},
    {"/register/session-forms.js", file166, sizeof file166},
    {"/register/session-frame.js", file167, sizeof file167},
    {"/register/session-making.js", file168, sizeof file168},
    {"/register/session-views.js", file169, sizeof file169},
    {"/register/session-words.js", file170, sizeof file170},
    {"/register/sessions.css", file171, sizeof file171},
    {"/register/sessions.js", file172, sizeof file172},
    {"/register/storage-state.js", file173, sizeof file173},
    {"/register/student-check-in.js", file174, sizeof file174},
    {"/register/student-record.js", file175, sizeof file175},
    {"/register/student-sheet.js", file176, sizeof file176},
    {"/register/student-view.js", file177, sizeof file177},
    {"/register/student.css", file178, sizeof file178},
    {"/register/student.js", file179, sizeof file179},
    {"/register/today-model.js", file180, sizeof file180},
    {"/register/today.css", file181, sizeof file181},
    {"/register/today.js", file182, sizeof file182},
    {"/register/waiting-devices.js", file183, sizeof file183},
    {"/register/waiting-receipts.js", file184, sizeof file184},
    {"/register/waiting-view.js", file185, sizeof file185},
    {"/register/waiting.js", file186, sizeof file186},
    {"/reports/cells.js", file187, sizeof file187},
    {"/reports/definitions.js", file188, sizeof file188},
    {"/reports/downloads.js", file189, sizeof file189},
    {"/reports/page.js", file190, sizeof file190},
    {"/reports/parameters.js", file191, sizeof file191},
    {"/reports/reports.css", file192, sizeof file192},
    {"/reports/totals.js", file193, sizeof file193},
    {"/roster/choices.js", file194, sizeof file194},
    {"/roster/group-actions.js", file195, sizeof file195},
    {"/roster/group-forms.js", file196, sizeof file196},
    {"/roster/group-view.js", file197, sizeof file197},
    {"/roster/group.js", file198, sizeof file198},
    {"/roster/module-forms.js", file199, sizeof file199},
    {"/roster/modules-view.js", file200, sizeof file200},
    {"/roster/modules.js", file201, sizeof file201},
    {"/roster/names.js", file202, sizeof file202},
    {"/roster/people.js", file203, sizeof file203},
    {"/roster/person-form.js", file204, sizeof file204},
    {"/roster/person-picker.js", file205, sizeof file205},
    {"/roster/person-view.js", file206, sizeof file206},
    {"/roster/person.js", file207, sizeof file207},
    {"/roster/rollover.js", file208, sizeof file208},
    {"/roster/roster.css", file209, sizeof file209},
    {"/roster/school-view.js", file210, sizeof file210},
    {"/roster/school.js", file211, sizeof file211},
    {"/router.js", file212, sizeof file212},
    {"/routes.js", file213, sizeof file213},
    {"/scribe/absentees.js", file214, sizeof file214},
    {"/scribe/ai-notes-tab.js", file215, sizeof file215},
    {"/scribe/attachment-name.js", file216, sizeof file216},
    {"/scribe/attachment-pages.js", file217, sizeof file217},
    {"/scribe/attachment-place.js", file218, sizeof file218},
    {"/scribe/attachments-tab.js", file219, sizeof file219},
    {"/scribe/catch-up.js", file220, sizeof file220},
    {"/scribe/citations.js", file221, sizeof file221},
    {"/scribe/export-dialog.js", file222, sizeof file222},
    {"/scribe/fingerprint.js", file223, sizeof file223},
    {"/scribe/index-view.js", file224, sizeof file224},
    {"/scribe/index.js", file225, sizeof file225},
    {"/scribe/level-meter.js", file226, sizeof file226},
    {"/scribe/live-progress.js", file227, sizeof file227},
    {"/scribe/making.js", file228, sizeof file228},
    {"/scribe/markdown.js", file229, sizeof file229},
    {"/scribe/microphones.js", file230, sizeof file230},
    {"/scribe/note-keeper.js", file231, sizeof file231},
    {"/scribe/note-keys.js", file232, sizeof file232},
    {"/scribe/note-merge.js", file233, sizeof file233},
    {"/scribe/notes-tab.js", file234, sizeof file234},
    {"/scribe/places.js", file235, sizeof file235},
    {"/scribe/player-marks.js", file236, sizeof file236},
    {"/scribe/player.js", file237, sizeof file237},
    {"/scribe/questions-tab.js", file238, sizeof file238},
    {"/scribe/record-view.js", file239, sizeof file239},
    {"/scribe/record.js", file240, sizeof file240},
    {"/scribe/recorder.js", file241, sizeof file241},
    {"/scribe/recording-actions.js", file242, sizeof file242},
    {"/scribe/recording-line.js", file243, sizeof file243},
    {"/scribe/resumable.js", file244, sizeof file244},
    {"/scribe/save-take.js", file245, sizeof file245},
    {"/scribe/scribe.css", file246, sizeof file246},
    {"/scribe/search.js", file247, sizeof file247},
    {"/scribe/segment-actions.js", file248, sizeof file248},
    {"/scribe/session-actions.js", file249, sizeof file249},
    {"/scribe/session-info.js", file250, sizeof file250},
    {"/scribe/session-view.js", file251, sizeof file251},
    {"/scribe/session.js", file252, sizeof file252},
    {"/scribe/sharing-guard.js", file253, sizeof file253},
    {"/scribe/study-tab.js", file254, sizeof file254},
    {"/scribe/tabs.js", file255, sizeof file255},
    {"/scribe/tag-words.js", file256, sizeof file256},
    {"/scribe/take-sender.js", file257, sizeof file257},
    {"/scribe/takes-panel.js", file258, sizeof file258},
    {"/scribe/transcript-blocks.js", file259, sizeof file259},
    {"/scribe/transcript-dialogs.js", file260, sizeof file260},
    {"/scribe/transcript-edit.js", file261, sizeof file261},
    {"/scribe/transcript-find.js", file262, sizeof file262},
    {"/scribe/transcript-follow.js", file263, sizeof file263},
    {"/scribe/transcript-keys.js", file264, sizeof file264},
    {"/scribe/transcript-live.js", file265, sizeof file265},
    {"/scribe/transcript-model.js", file266, sizeof file266},
    {"/scribe/transcript-pages.js", file267, sizeof file267},
    {"/scribe/transcript-tab.js", file268, sizeof file268},
    {"/scribe/transcript-view.js", file269, sizeof file269},
    {"/scribe/truth.js", file270, sizeof file270},
    {"/scribe/upload-panel.js", file271, sizeof file271},
    {"/scribe/uploads.js", file272, sizeof file272},
    {"/scribe/wake-lock.js", file273, sizeof file273},
    {"/scribe/words.js", file274, sizeof file274},
    {"/scribe/work.css", file275, sizeof file275},
    {"/session.js", file276, sizeof file276},
    {"/signing-out.js", file277, sizeof file277},
    {"/store/base.js", file278, sizeof file278},
    {"/store/database.js", file279, sizeof file279},
    {"/store/drafts.js", file280, sizeof file280},
    {"/store/export.js", file281, sizeof file281},
    {"/store/memory.js", file282, sizeof file282},
    {"/store/outbox.js", file283, sizeof file283},
    {"/store/reading.js", file284, sizeof file284},
    {"/store/records.js", file285, sizeof file285},
    {"/store/requeue.js", file286, sizeof file286},
    {"/store/rows.js", file287, sizeof file287},
    {"/store/schema.js", file288, sizeof file288},
    {"/store/snapshot.js", file289, sizeof file289},
    {"/store/store.js", file290, sizeof file290},
    {"/store/takes-schema.js", file291, sizeof file291},
    {"/store/takes.js", file292, sizeof file292},
    {"/store/unsent-file.js", file293, sizeof file293},
    {"/styles/base.css", file294, sizeof file294},
    {"/styles/elements.css", file295, sizeof file295},
    {"/styles/print.css", file296, sizeof file296},
    {"/styles/shell.css", file297, sizeof file297},
    {"/styles/tokens.css", file298, sizeof file298},
    {"/sw.js", file299, sizeof file299},
    {"/sync/ask.js", file300, sizeof file300},
    {"/sync/background.js", file301, sizeof file301},
    {"/sync/backoff.js", file302, sizeof file302},
    {"/sync/compact.js", file303, sizeof file303},
    {"/sync/engine.js", file304, sizeof file304},
    {"/sync/exchange.js", file305, sizeof file305},
    {"/sync/identity.js", file306, sizeof file306},
    {"/sync/leader.js", file307, sizeof file307},
    {"/sync/live.js", file308, sizeof file308},
    {"/sync/merge.js", file309, sizeof file309},
    {"/sync/operation.js", file310, sizeof file310},
    {"/sync/receipt.js", file311, sizeof file311},
    {"/sync/stamp.js", file312, sizeof file312},
    {"/sync/tabs.js", file313, sizeof file313},
    {"/sync/timer.js", file314, sizeof file314},
    {"/updates.js", file315, sizeof file315},
    {"/upload.js", file316, sizeof file316},
    {"/vendor/plotly.min.js", file317, sizeof file317},
    {"/worker.js", file318, sizeof file318},
    {0, 0, 0},
};

const struct rounds_asset *rounds_asset_at(size_t index) {
    return index + 1 < sizeof assets / sizeof assets[0] ? &assets[index] : 0;
}
