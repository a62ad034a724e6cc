import { readFileSync } from "node:fs";

/** The cases of `Tests/Vectors`, which the Swift tests share. */
export function load(path) {
    return JSON.parse(readFileSync(new URL(`../../Vectors/${path}`, import.meta.url), "utf8"));
}
