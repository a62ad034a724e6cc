// Written by scripts/embed-web; do not edit.
#include "ComplianceData.h"

// gazetteers/README.md 5cb1f990701fb5f07373781aae4e350e4cd3eaabf4eab274c90a1255fa01678a
static const unsigned char file0[] = {
#embed "../../Sources/ComplianceData/gazetteers/README.md"
};
// gazetteers/brands.txt 0028d059ee0779982ab5402255af36296bf66eb1f66f6cad1d84e405bc193f48
static const unsigned char file1[] = {
#embed "../../Sources/ComplianceData/gazetteers/brands.txt"
};
// gazetteers/clinical-words.txt 47fb4c0abcf83431c8e189e2cadb0f4c01bbd3b7c1fad9cfcde1740f5337a1f7
static const unsigned char file2[] = {
#embed "../../Sources/ComplianceData/gazetteers/clinical-words.txt"
};
// gazetteers/counties.txt 7db146aab0e8b331d93fdefc5f19cb4cc0f58e43f10145284d69ac4211b94a7a
static const unsigned char file3[] = {
#embed "../../Sources/ComplianceData/gazetteers/counties.txt"
};
// gazetteers/drugs.txt 156d6042884ea2a533a476bc93714186008b8484aa8897c304feebb3d07e064c
static const unsigned char file4[] = {
#embed "../../Sources/ComplianceData/gazetteers/drugs.txt"
};
// gazetteers/english-words.txt 1cf5a21fc942fe093838d1546016e605eb6d736415f449a0d5f0e67d9818e0fe
static const unsigned char file5[] = {
#embed "../../Sources/ComplianceData/gazetteers/english-words.txt"
};
// gazetteers/eponym-heads.txt 47ac5920cbea8e98e4aaef75f6bf3b2e3df0022f5925e0b24b261f6c4c517740
static const unsigned char file6[] = {
#embed "../../Sources/ComplianceData/gazetteers/eponym-heads.txt"
};
// gazetteers/eponyms.txt faf5dce2e7f9f0999f4104d3324a3798a166a09dba4f006b7e7c56f792ec53c4
static const unsigned char file7[] = {
#embed "../../Sources/ComplianceData/gazetteers/eponyms.txt"
};
// gazetteers/given-names-world.txt 82b7156050f7efbbc9c626c3a60e87549f2882c57d3213ac4565069ff70ec945
static const unsigned char file8[] = {
#embed "../../Sources/ComplianceData/gazetteers/given-names-world.txt"
};
// gazetteers/given-names.txt 9182891bda94273f6bf97020f486567f285f21db8cf0d75e2d479d39ccd715ac
static const unsigned char file9[] = {
#embed "../../Sources/ComplianceData/gazetteers/given-names.txt"
};
// gazetteers/places.txt c3260a7a6417d728ca3c7f05ef774a95674a190ac9eeee0ba13bce4ee54db573
static const unsigned char file10[] = {
#embed "../../Sources/ComplianceData/gazetteers/places.txt"
};
// gazetteers/states.txt 5c5f4a3483039177c4e1c5ec64dbed3e4c997d57408685fa927c5e18fcdb2576
static const unsigned char file11[] = {
#embed "../../Sources/ComplianceData/gazetteers/states.txt"
};
// gazetteers/surnames-world.txt 347eb5a79383ff6d18fbe7a3aba2ec08d9d00dc0ab228c69fc36de6457f670d0
static const unsigned char file12[] = {
#embed "../../Sources/ComplianceData/gazetteers/surnames-world.txt"
};
// gazetteers/surnames.txt d24cba74aee3f2687680de98292ab7d9f892cbbd064072df2f3c1868f0bf6b65
static const unsigned char file13[] = {
#embed "../../Sources/ComplianceData/gazetteers/surnames.txt"
};
// gazetteers/zip3-restricted.txt 8fa1a6ff7a2148306b6ba20fe567ab80ee324772444a5bfa29b49d29a7eec622
static const unsigned char file14[] = {
#embed "../../Sources/ComplianceData/gazetteers/zip3-restricted.txt"
};
// rubric/bil.yaml f1abf3089d8e5caa8ca939be809dcd489eba60dbeffa4cce474b14beace391f9
static const unsigned char file15[] = {
#embed "../../Sources/ComplianceData/rubric/bil.yaml"
};
// rubric/cht.yaml ffd673592f97579248b4f111c54e40ba13eaea238d6cb9fd2770affa005e13d0
static const unsigned char file16[] = {
#embed "../../Sources/ComplianceData/rubric/cht.yaml"
};
// rubric/dsc.yaml 5a944d46aab85518d3007611e0315294e6215b3c147aaafe95db7820ca91069e
static const unsigned char file17[] = {
#embed "../../Sources/ComplianceData/rubric/dsc.yaml"
};
// rubric/evl.yaml 513a34f1c28bb25c9cc21d5a363a00837df54de2203f445ed5f6a82db5b590f0
static const unsigned char file18[] = {
#embed "../../Sources/ComplianceData/rubric/evl.yaml"
};
// rubric/gen.yaml cf05d3e0c824b4ca8da8ef8e765a1b556ac7b144270bf87bdff6e77093e52dea
static const unsigned char file19[] = {
#embed "../../Sources/ComplianceData/rubric/gen.yaml"
};
// rubric/lexicons.yaml 81761e2298cdfc713ff7ef0bce61fe87089e979aa94de526d0db211083021964
static const unsigned char file20[] = {
#embed "../../Sources/ComplianceData/rubric/lexicons.yaml"
};
// rubric/measures.yaml d47ca88c5b5bb2fa348b034a83edeca54aca9c3fb205838030b544925298cf42
static const unsigned char file21[] = {
#embed "../../Sources/ComplianceData/rubric/measures.yaml"
};
// rubric/nec.yaml 3c820a51b4baa2ae7323414cd086154140ddf9ef1868a44a967c2322f3737536
static const unsigned char file22[] = {
#embed "../../Sources/ComplianceData/rubric/nec.yaml"
};
// rubric/ot.yaml 3628b00122fb7b32b108366d1d76e80660b387649e3de1c793089f0a77a9b39f
static const unsigned char file23[] = {
#embed "../../Sources/ComplianceData/rubric/ot.yaml"
};
// rubric/poc.yaml f8908fdbbf81df8a05c2c2421f27d4615fe9a654e568678267ee9fba4767d4e5
static const unsigned char file24[] = {
#embed "../../Sources/ComplianceData/rubric/poc.yaml"
};
// rubric/prg.yaml 73a10a7a8b815f2a34d9d18ea685e6d75becdec07a18170f8075f688a95b4570
static const unsigned char file25[] = {
#embed "../../Sources/ComplianceData/rubric/prg.yaml"
};
// rubric/rubric.yaml 116c489cad2c852f6b0efd42e062cdcc67e833ef1699baa504c3257a83a8dcbb
static const unsigned char file26[] = {
#embed "../../Sources/ComplianceData/rubric/rubric.yaml"
};
// rubric/slp.yaml 6aa3952242ee2f324b5ccf6c74365c03c02b8644efd8b10ed9d762145a8e3d74
static const unsigned char file27[] = {
#embed "../../Sources/ComplianceData/rubric/slp.yaml"
};
// rubric/sup.yaml a046e219fb9b19c7302ac6ecb143a958c8db2d42258f8c32889c43da74b37e91
static const unsigned char file28[] = {
#embed "../../Sources/ComplianceData/rubric/sup.yaml"
};
// rubric/tables.yaml da340feb74af75aa4a683d1cd560b01ac7effae7e231dfc93163ec8afa23e2c9
static const unsigned char file29[] = {
#embed "../../Sources/ComplianceData/rubric/tables.yaml"
};
// rubric/txn.yaml d196ed2158f0e7b3f24791eaf39070194ba28d9b76911aa5c53af09b27e2ef1e
static const unsigned char file30[] = {
#embed "../../Sources/ComplianceData/rubric/txn.yaml"
};

static const ComplianceFile assets[] = {
    {"gazetteers/README.md", file0, sizeof file0},
    {"gazetteers/brands.txt", file1, sizeof file1},
    {"gazetteers/clinical-words.txt", file2, sizeof file2},
    {"gazetteers/counties.txt", file3, sizeof file3},
    {"gazetteers/drugs.txt", file4, sizeof file4},
    {"gazetteers/english-words.txt", file5, sizeof file5},
    {"gazetteers/eponym-heads.txt", file6, sizeof file6},
    {"gazetteers/eponyms.txt", file7, sizeof file7},
    {"gazetteers/given-names-world.txt", file8, sizeof file8},
    {"gazetteers/given-names.txt", file9, sizeof file9},
    {"gazetteers/places.txt", file10, sizeof file10},
    {"gazetteers/states.txt", file11, sizeof file11},
    {"gazetteers/surnames-world.txt", file12, sizeof file12},
    {"gazetteers/surnames.txt", file13, sizeof file13},
    {"gazetteers/zip3-restricted.txt", file14, sizeof file14},
    {"rubric/bil.yaml", file15, sizeof file15},
    {"rubric/cht.yaml", file16, sizeof file16},
    {"rubric/dsc.yaml", file17, sizeof file17},
    {"rubric/evl.yaml", file18, sizeof file18},
    {"rubric/gen.yaml", file19, sizeof file19},
    {"rubric/lexicons.yaml", file20, sizeof file20},
    {"rubric/measures.yaml", file21, sizeof file21},
    {"rubric/nec.yaml", file22, sizeof file22},
    {"rubric/ot.yaml", file23, sizeof file23},
    {"rubric/poc.yaml", file24, sizeof file24},
    {"rubric/prg.yaml", file25, sizeof file25},
    {"rubric/rubric.yaml", file26, sizeof file26},
    {"rubric/slp.yaml", file27, sizeof file27},
    {"rubric/sup.yaml", file28, sizeof file28},
    {"rubric/tables.yaml", file29, sizeof file29},
    {"rubric/txn.yaml", file30, sizeof file30},
    {0, 0, 0},
};

const ComplianceFile *compliance_files(void) { return assets; }

size_t compliance_file_count(void) { return sizeof assets / sizeof assets[0] - 1; }
