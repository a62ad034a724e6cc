/** Microphones, and what to say when there is none. */

/** @param {string} device its id; "" for the browser's own choice @returns {Promise<MediaStream>} */
export function openMicrophone(device) {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("", "NotSupportedError");
    // speech across a room: louder is better, and echo and noise are left to the recogniser
    const audio = { channelCount: 1, autoGainControl: true, noiseSuppression: false, echoCancellation: false, ...(device ? { deviceId: { exact: device } } : {}) };
    return navigator.mediaDevices.getUserMedia({ audio });
}

/** @param {MediaStream | null} stream */
export function closeMicrophone(stream) {
    for (const track of stream?.getTracks() ?? []) track.stop();
}

/** @returns {Promise<{ value: string, label: string }[]>} nameless until the browser lets the page hear */
export async function microphones() {
    const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    const inputs = devices.filter(({ kind, deviceId }) => kind === "audioinput" && deviceId);
    return inputs.map(({ deviceId, label }, index) => ({ value: deviceId, label: label || `Microphone ${index + 1}` }));
}

/** Whether the browser lets this page hear without asking. */
export async function isAllowed() {
    try {
        return (await navigator.permissions.query({ name: /** @type {any} */ ("microphone") })).state === "granted";
    } catch {
        return false;
    }
}

/** @param {any} error of `openMicrophone` or the store @returns {string} a sentence */
export function problemWith(error) {
    switch (error?.name) {
        case "NotAllowedError":
            return "The browser does not let Rounds hear. Allow the microphone for this site in the address bar, then press Record again.";
        case "NotFoundError":
        case "OverconstrainedError":
            return "There is no microphone. Plug one in, or choose another one.";
        case "NotReadableError":
            return "Another program holds the microphone. Close it there, then press Record again.";
        case "NotSupportedError":
            return window.isSecureContext ? "This browser cannot record. Use a newer one, or upload a recording." : "A browser records only over HTTPS, or on this computer itself. Open Rounds by its https address.";
        case "InvalidStateError":
            return "Another tab is recording this already.";
        default:
            return error?.message ?? "The recording could not begin.";
    }
}
