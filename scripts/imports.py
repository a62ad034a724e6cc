"""Greps the import table of docs/architecture.md: who may import what. Prints each break with its place."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# module → places under Sources/ that may import it, as regular expressions on the path
ALLOWED = {
    "Hummingbird|HummingbirdCore|HummingbirdRouter|HTTPTypes|NIOPosix|NIOHTTPTypes": r"^(Web|Rounds)/|Routes\.swift$",
    "NIOCore": r"^(Web|Rounds|Language/Providers/HTTP)/|Routes\.swift$",
    "NIOHTTP1": r"^(Language/Providers/HTTP|Web/Server)/",
    "GRDB|CPostgres": r"^Persistence/",
    "Crypto": r"^Kernel/Digest\.swift$|^(Accounts|Persistence)/",
    "_CryptoExtras|CryptoExtras|JWTKit": r"^Accounts/",
    "NIOSSL|HummingbirdTLS|X509|SwiftASN1": r"^(Web|Operations)/TLS",
    "CZlib": r"^(Web|Documents)/",
    "Logging|Metrics": r"^(?!Kernel/|Sync/)",
    "AsyncHTTPClient": r"^Language/",
    "ArgumentParser|Configuration": r"^Rounds/",
    "ServiceLifecycle": r"^(Rounds|Jobs)/",
    "XMLCoder|FoundationXML|CArchive": r"^Documents/",
    "Yams": r"^(Compliance/Rubrics|Rounds)/",
    "CWhisper": r"^Speech/",
    "CPango": r"^Documents/",
    "ComplianceData": r"^Compliance/",
    "Subprocess": r"^Tools/",
    "WebAssets": r"^(Rounds|Web)/",
}
FEATURES = {"Accounts", "Register", "Insights", "Scribe", "Compliance", "Operations"}
FEATURE_ARROWS = {("Insights", "Register")}
PLATFORM = {"Web", "Persistence", "Jobs", "Documents", "Speech", "Language", "Tools"}
PURE = {"Sync": {"Foundation", "Kernel"}, "Kernel": {"Foundation", "Crypto", "Dispatch", "Synchronization"}}
IMPORT = re.compile(r"^\s*(?:@\w+\s+)?(?:package |internal |private |fileprivate |public )?import\s+(?:struct |class |enum |func )?(\w+)", re.M)


def breaks():
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        place = path.relative_to(ROOT / "Sources").as_posix()
        target = place.split("/")[0]
        text = path.read_text()
        for match in IMPORT.finditer(text):
            module = match.group(1)
            where = f"Sources/{place}:{text.count(chr(10), 0, match.start(1)) + 1}"
            for modules, places in ALLOWED.items():
                if module in modules.split("|") and not re.search(places, place):
                    yield f"{where}: {module} may not be imported here"
            if target in PURE and module not in PURE[target]:
                yield f"{where}: {target} is pure; it may not import {module}"
            if target in PLATFORM and module in FEATURES:
                yield f"{where}: platform target {target} may not use feature {module}"
            if target in FEATURES and module in FEATURES - {target} and (target, module) not in FEATURE_ARROWS:
                yield f"{where}: feature {target} may not use feature {module}"
        if "@unchecked Sendable" in text and not place.startswith(("Persistence/Postgres", "Speech/")):
            yield f"Sources/{place}: @unchecked Sendable outside the C shims"
        if re.search(r"^\s*(public|open)\s+[\w@(]", text, re.M):
            yield f"Sources/{place}: public; everything is package"


found = list(breaks())
print("\n".join(found) or "imports: every import is where the table allows it")
sys.exit(1 if found else 0)
