"""Reads an attendance export with a peer and counts rows and attendances per student, no more: `python insights_peers.py PEER FILE`.

Each reads all columns in the way that costs it least: Polars and pandas as text, DuckDB with its own types. Rows that a peer
cannot read are skipped.
Prints the processor seconds that starting Python and importing the peer took, so that they can be taken off.
"""

import importlib
import sys
import time

YES = ("true", "t", "yes", "y", "1", "1.0", "present", "attended")


def polars_all(polars, path):
    return polars_counts(polars, polars.read_csv(path, infer_schema=False, truncate_ragged_lines=True).lazy())


def polars_needed(polars, path):
    """The same with a lazy scan, which leaves out the columns that the count does not need."""
    return polars_counts(polars, polars.scan_csv(path, infer_schema=False, truncate_ragged_lines=True))


def polars_counts(polars, frame):
    present = polars.col("present").str.strip_chars().str.to_lowercase().is_in(YES)
    attended = (present & (polars.col("registerType") != "50")).sum()
    return frame.group_by("studentId").agg(polars.len(), attended.alias("attended")).collect().height


COUNTS = """SELECT studentId, count(*), count(*) FILTER (WHERE lower(trim(CAST(present AS VARCHAR))) IN {yes} AND registerType <> '50')
FROM {table} GROUP BY studentId"""
READ = "read_csv(?, ignore_errors = true, header = true)"


def duckdb_all(duckdb, path):
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE attendance AS SELECT * FROM {READ}", [path])
    return len(connection.execute(COUNTS.format(yes=YES, table="attendance")).fetchall())


def duckdb_needed(duckdb, path):
    """The same straight from the file, which leaves out the columns that the count does not need."""
    return len(duckdb.execute(COUNTS.format(yes=YES, table=READ), [path]).fetchall())


def pandas_all(pandas, path):
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, on_bad_lines="skip")
    frame["attended"] = frame["present"].str.strip().str.lower().isin(YES) & (frame["registerType"] != "50")
    return len(frame.groupby("studentId")["attended"].agg(["size", "sum"]))


PEERS = {
    "Polars": ("polars", polars_all), "Polars, needed columns only": ("polars", polars_needed),
    "DuckDB": ("duckdb", duckdb_all), "DuckDB, needed columns only": ("duckdb", duckdb_needed),
    "pandas": ("pandas", pandas_all),
}

if __name__ == "__main__":
    module, count = PEERS[sys.argv[1]]
    peer = importlib.import_module(module)
    print(time.process_time())
    if count(peer, sys.argv[2]) < 2:
        sys.exit(f"{module} found no students")
