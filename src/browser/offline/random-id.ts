/**
 * A random UUID. `crypto.randomUUID` is for secure origins only, and an office may run the service without TLS: there
 * nothing can be encrypted, so that nothing is kept on the device, but a form is saved and sent as everywhere.
 */
export function randomId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
