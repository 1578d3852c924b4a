/** A text that only its key opens (AES-GCM). */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const NAME = 'AES-GCM';
const NONCE_BYTES = 12;

/** A key that no script can read out again. */
export function keyFrom(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, NAME, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, text: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: NAME, iv: nonce }, key, new TextEncoder().encode(text));
  return { nonce, sealed };
}

/** Null where another key has sealed it. */
export async function unseal(key: CryptoKey, { nonce, sealed }: Sealed): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: NAME, iv: nonce }, key, sealed));
  } catch {
    return null;
  }
}
