"""Reads an attendance export with a peer and counts rows and attendances per student, no more: `python insights_peers.py PEER FILE`.

All columns are read as text, which spares the peers guessing types and parsing dates; rows that they cannot read are skipped.
Without a file the peer is only imported, so that the time for that can be taken off.
"""

import sys

YES = ("true", "t", "yes", "y", "1", "1.0", "present", "attended")


def polars(path):
    import polars
    if path:
        frame = polars.read_csv(path, infer_schema=False, truncate_ragged_lines=True)
        return polars_counts(frame.lazy())


def polars_lazy(path):
    """The same with a lazy scan, which leaves out the columns that the count does not need."""
    import polars
    if path:
        return polars_counts(polars.scan_csv(path, infer_schema=False, truncate_ragged_lines=True))


def polars_counts(frame):
    import polars
    present = polars.col("present").str.strip_chars().str.to_lowercase().is_in(YES)
    attended = (present & (polars.col("registerType") != "50")).sum()
    return frame.group_by("studentId").agg(polars.len(), attended.alias("attended")).collect().height


COUNTS = """SELECT studentId, count(*), count(*) FILTER (WHERE lower(trim(present)) IN {yes} AND registerType <> '50')
FROM {table} GROUP BY studentId"""
READ = "read_csv(?, all_varchar = true, ignore_errors = true, header = true)"


def duckdb(path):
    import duckdb
    if path:
        connection = duckdb.connect()
        connection.execute(f"CREATE TABLE attendance AS SELECT * FROM {READ}", [path])
        return len(connection.execute(COUNTS.format(yes=YES, table="attendance")).fetchall())


def duckdb_lazy(path):
    """The same straight from the file, which leaves out the columns that the count does not need."""
    import duckdb
    if path:
        return len(duckdb.execute(COUNTS.format(yes=YES, table=READ), [path]).fetchall())


def pandas(path):
    import pandas
    if path:
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False, on_bad_lines="skip")
        frame["attended"] = frame["present"].str.strip().str.lower().isin(YES) & (frame["registerType"] != "50")
        return len(frame.groupby("studentId")["attended"].agg(["size", "sum"]))


PEERS = {
    "Polars": polars, "Polars, needed columns only": polars_lazy, "DuckDB": duckdb,
    "DuckDB, needed columns only": duckdb_lazy, "pandas": pandas,
}

if __name__ == "__main__":
    print(PEERS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else None))
