/** "1 page", "2,400 pages". */
const whole = new Intl.NumberFormat("en-GB");

/** @param {number} amount @param {string} one @param {string} [many] */
export function plural(amount, one, many = `${one}s`) {
    return `${whole.format(amount)} ${amount === 1 ? one : many}`;
}
