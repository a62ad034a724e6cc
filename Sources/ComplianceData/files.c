// Written by scripts/embed-web; do not edit.
#include "ComplianceData.h"

// gazetteers/README.md 8d1c4d606956ee23b639d96f6a424b906ea2074c338625bcd604527a89e59da8
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
// gazetteers/facility-heads.txt 48fec53cfa35fcca9261598ac83b3574e87236b68dcc519e3e26d506f2a7fe92
static const unsigned char file8[] = {
#embed "../../Sources/ComplianceData/gazetteers/facility-heads.txt"
};
// gazetteers/facility-words.txt fad3a9a89e899859f444b8a1a74c0d6c3f64aefc23b034ac17fe9ed85d7f0dcc
static const unsigned char file9[] = {
#embed "../../Sources/ComplianceData/gazetteers/facility-words.txt"
};
// gazetteers/given-names-world.txt 82b7156050f7efbbc9c626c3a60e87549f2882c57d3213ac4565069ff70ec945
static const unsigned char file10[] = {
#embed "../../Sources/ComplianceData/gazetteers/given-names-world.txt"
};
// gazetteers/given-names.txt 9182891bda94273f6bf97020f486567f285f21db8cf0d75e2d479d39ccd715ac
static const unsigned char file11[] = {
#embed "../../Sources/ComplianceData/gazetteers/given-names.txt"
};
// gazetteers/places.txt c3260a7a6417d728ca3c7f05ef774a95674a190ac9eeee0ba13bce4ee54db573
static const unsigned char file12[] = {
#embed "../../Sources/ComplianceData/gazetteers/places.txt"
};
// gazetteers/states.txt 5c5f4a3483039177c4e1c5ec64dbed3e4c997d57408685fa927c5e18fcdb2576
static const unsigned char file13[] = {
#embed "../../Sources/ComplianceData/gazetteers/states.txt"
};
// gazetteers/street-suffixes.txt c293ac72b44e4565fb839fe72d001530afef6203fb00380a2b36d084460926c8
static const unsigned char file14[] = {
#embed "../../Sources/ComplianceData/gazetteers/street-suffixes.txt"
};
// gazetteers/surnames-world.txt 347eb5a79383ff6d18fbe7a3aba2ec08d9d00dc0ab228c69fc36de6457f670d0
static const unsigned char file15[] = {
#embed "../../Sources/ComplianceData/gazetteers/surnames-world.txt"
};
// gazetteers/surnames.txt d24cba74aee3f2687680de98292ab7d9f892cbbd064072df2f3c1868f0bf6b65
static const unsigned char file16[] = {
#embed "../../Sources/ComplianceData/gazetteers/surnames.txt"
};
// gazetteers/unit-words.txt 7e5c25b5f7d71e52fc18af1cf6eff5e39d70d749055bc87f53e715c5f1d8fb34
static const unsigned char file17[] = {
#embed "../../Sources/ComplianceData/gazetteers/unit-words.txt"
};
// gazetteers/zip3-restricted.txt 8fa1a6ff7a2148306b6ba20fe567ab80ee324772444a5bfa29b49d29a7eec622
static const unsigned char file18[] = {
#embed "../../Sources/ComplianceData/gazetteers/zip3-restricted.txt"
};
// rubric/bil.yaml 3a81faacb2118a15b6dfa92d860f8f4873d65901e3515f8c5dac24b02441d2e2
static const unsigned char file19[] = {
#embed "../../Sources/ComplianceData/rubric/bil.yaml"
};
// rubric/cht.yaml ffd673592f97579248b4f111c54e40ba13eaea238d6cb9fd2770affa005e13d0
static const unsigned char file20[] = {
#embed "../../Sources/ComplianceData/rubric/cht.yaml"
};
// rubric/dsc.yaml 040f38aab6b341e0771f0c5aff1a14b55d1703a3e89ccd023a7f126ed42d48a6
static const unsigned char file21[] = {
#embed "../../Sources/ComplianceData/rubric/dsc.yaml"
};
// rubric/evl.yaml 853fec437ae227e0497e050aad4d30f3f33e85eb71367345c0db630e42c4be31
static const unsigned char file22[] = {
#embed "../../Sources/ComplianceData/rubric/evl.yaml"
};
// rubric/gen.yaml cf05d3e0c824b4ca8da8ef8e765a1b556ac7b144270bf87bdff6e77093e52dea
static const unsigned char file23[] = {
#embed "../../Sources/ComplianceData/rubric/gen.yaml"
};
// rubric/lexicons.yaml d5e0d92bf64cd6cb2ba5a7613a23aed48a8d3cb63a88ba4403ca34e0a95ecaab
static const unsigned char file24[] = {
#embed "../../Sources/ComplianceData/rubric/lexicons.yaml"
};
// rubric/measures.yaml cfc15858125ceef07b7ac0c614d8ebd0033750fd990858910ba833ba31ad90ed
static const unsigned char file25[] = {
#embed "../../Sources/ComplianceData/rubric/measures.yaml"
};
// rubric/nec.yaml 51843377be3b7bfd03281888b65d05e333bd5d0745db33522595f5d7535a19b4
static const unsigned char file26[] = {
#embed "../../Sources/ComplianceData/rubric/nec.yaml"
};
// rubric/ot.yaml 3628b00122fb7b32b108366d1d76e80660b387649e3de1c793089f0a77a9b39f
static const unsigned char file27[] = {
#embed "../../Sources/ComplianceData/rubric/ot.yaml"
};
// rubric/poc.yaml 9e917d3a2b7724f6bbdc750c8aa3e6b882fdff6f0c2115ed851f9288f89cd2e2
static const unsigned char file28[] = {
#embed "../../Sources/ComplianceData/rubric/poc.yaml"
};
// rubric/prg.yaml 1920fa2f90b0727e63fd184da0c9f4a7f3d89215f8fee464a62037be5f231bb9
static const unsigned char file29[] = {
#embed "../../Sources/ComplianceData/rubric/prg.yaml"
};
// rubric/rubric.yaml 116c489cad2c852f6b0efd42e062cdcc67e833ef1699baa504c3257a83a8dcbb
static const unsigned char file30[] = {
#embed "../../Sources/ComplianceData/rubric/rubric.yaml"
};
// rubric/slp.yaml d251ef75a7e3ee3fb41c6cdbb12bc71cf9f91eef0bc4a3257587ebf2dce627b0
static const unsigned char file31[] = {
#embed "../../Sources/ComplianceData/rubric/slp.yaml"
};
// rubric/sup.yaml a046e219fb9b19c7302ac6ecb143a958c8db2d42258f8c32889c43da74b37e91
static const unsigned char file32[] = {
#embed "../../Sources/ComplianceData/rubric/sup.yaml"
};
// rubric/tables.yaml c18424ef33a9d02ee3ba4b69f5df13f792524ed85726c4d1c594f9bc4e9ed88a
static const unsigned char file33[] = {
#embed "../../Sources/ComplianceData/rubric/tables.yaml"
};
// rubric/txn.yaml ef487ecec54baeff41ded64b5d39d00b1ccc31a148b5efab91d9c90c9370607a
static const unsigned char file34[] = {
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
    {"gazetteers/facility-heads.txt", file8, sizeof file8},
    {"gazetteers/facility-words.txt", file9, sizeof file9},
    {"gazetteers/given-names-world.txt", file10, sizeof file10},
    {"gazetteers/given-names.txt", file11, sizeof file11},
    {"gazetteers/places.txt", file12, sizeof file12},
    {"gazetteers/states.txt", file13, sizeof file13},
    {"gazetteers/street-suffixes.txt", file14, sizeof file14},
    {"gazetteers/surnames-world.txt", file15, sizeof file15},
    {"gazetteers/surnames.txt", file16, sizeof file16},
    {"gazetteers/unit-words.txt", file17, sizeof file17},
    {"gazetteers/zip3-restricted.txt", file18, sizeof file18},
    {"rubric/bil.yaml", file19, sizeof file19},
    {"rubric/cht.yaml", file20, sizeof file20},
    {"rubric/dsc.yaml", file21, sizeof file21},
    {"rubric/evl.yaml", file22, sizeof file22},
    {"rubric/gen.yaml", file23, sizeof file23},
    {"rubric/lexicons.yaml", file24, sizeof file24},
    {"rubric/measures.yaml", file25, sizeof file25},
    {"rubric/nec.yaml", file26, sizeof file26},
    {"rubric/ot.yaml", file27, sizeof file27},
    {"rubric/poc.yaml", file28, sizeof file28},
    {"rubric/prg.yaml", file29, sizeof file29},
    {"rubric/rubric.yaml", file30, sizeof file30},
    {"rubric/slp.yaml", file31, sizeof file31},
    {"rubric/sup.yaml", file32, sizeof file32},
    {"rubric/tables.yaml", file33, sizeof file33},
    {"rubric/txn.yaml", file34, sizeof file34},
    {0, 0, 0},
};

const ComplianceFile *compliance_files(void) { return assets; }

size_t compliance_file_count(void) { return sizeof assets / sizeof assets[0] - 1; }
