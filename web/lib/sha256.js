/**
 * SHA-256 (FIPS 180-4) of bytes that come piece by piece: Web Crypto wants all of them at once, and a recording of hours does not
 * belong in memory.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
const K = new Uint32Array(64);
/** Those of the square roots of the first eight (§5.3.3). */
const START = new Uint32Array(8);

/** @param {number} root */
const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);

for (let candidate = 2, found = 0; found < 64; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false;
    if (!isPrime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(candidate));
    K[found] = fraction(Math.cbrt(candidate));
    found += 1;
}

export class Sha256 {
    #state = START.slice();
    #block = new Uint8Array(64);
    #filled = 0;
    #length = 0;
    #words = new Uint32Array(64);

    /** @param {Uint8Array} bytes */
    update(bytes) {
        this.#length += bytes.length;
        let from = 0;
        while (from < bytes.length) {
            const take = Math.min(64 - this.#filled, bytes.length - from);
            this.#block.set(bytes.subarray(from, from + take), this.#filled);
            this.#filled += take;
            from += take;
            if (this.#filled === 64) this.#compress();
        }
        return this;
    }

    /** Lowercase hexadecimal. Nothing may be added afterwards. */
    digest() {
        const bits = this.#length * 8;
        this.#block[this.#filled] = 0x80;
        this.#block.fill(0, this.#filled + 1);
        if (this.#filled >= 56) {
            this.#compress();
            this.#block.fill(0);
        }
        const view = new DataView(this.#block.buffer);
        view.setUint32(56, Math.floor(bits / 2 ** 32));
        view.setUint32(60, bits >>> 0);
        this.#compress();
        return Array.from(this.#state, (word) => word.toString(16).padStart(8, "0")).join("");
    }

    #compress() {
        const words = this.#words;
        const view = new DataView(this.#block.buffer);
        for (let index = 0; index < 16; index += 1) words[index] = view.getUint32(index * 4);
        for (let index = 16; index < 64; index += 1) {
            const [w15, w2] = [words[index - 15], words[index - 2]];
            const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3);
            const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10);
            words[index] = words[index - 16] + s0 + words[index - 7] + s1;
        }
        let [a, b, c, d, e, f, g, h] = this.#state;
        for (let index = 0; index < 64; index += 1) {
            const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
            const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[index] + words[index]) | 0;
            const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
            const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
            h = g;
            g = f;
            f = e;
            e = (d + t1) | 0;
            d = c;
            c = b;
            b = a;
            a = (t1 + t2) | 0;
        }
        const next = [a, b, c, d, e, f, g, h];
        for (let index = 0; index < 8; index += 1) this.#state[index] += next[index];
        this.#filled = 0;
    }
}
