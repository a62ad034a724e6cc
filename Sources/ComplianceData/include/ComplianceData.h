#ifndef ROUNDS_COMPLIANCE_DATA_H
#define ROUNDS_COMPLIANCE_DATA_H

#include <stddef.h>

/// A file compiled into the binary: rule packs, manual texts, gazetteers. `name` is its path below Sources/ComplianceData
/// (`rubric/poc.yaml`); `bytes` live as long as the process.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} ComplianceFile;

/// All files, in the order of their names.
const ComplianceFile *compliance_files(void);
size_t compliance_file_count(void);

#endif
