// Written by scripts/embed-web; do not edit.
#include "ComplianceData.h"

// rubric/lexicons.yaml d5e0d92bf64cd6cb2ba5a7613a23aed48a8d3cb63a88ba4403ca34e0a95ecaab
static const unsigned char file0[] = {
#embed "../../Sources/ComplianceData/rubric/lexicons.yaml"
};
// rubric/rubric.yaml 116c489cad2c852f6b0efd42e062cdcc67e833ef1699baa504c3257a83a8dcbb
static const unsigned char file1[] = {
#embed "../../Sources/ComplianceData/rubric/rubric.yaml"
};
// rubric/tables.yaml 58c05347116c95edab80a1d15dede802b1b6500b8db1b1164505f4d6bc8c69ca
static const unsigned char file2[] = {
#embed "../../Sources/ComplianceData/rubric/tables.yaml"
};

static const ComplianceFile assets[] = {
    {"rubric/lexicons.yaml", file0, sizeof file0},
    {"rubric/rubric.yaml", file1, sizeof file1},
    {"rubric/tables.yaml", file2, sizeof file2},
    {0, 0, 0},
};

const ComplianceFile *compliance_files(void) { return assets; }

size_t compliance_file_count(void) { return sizeof assets / sizeof assets[0] - 1; }
