/** One file of a zip archive, as described in its central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; workbooks use no other. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  /** The size that the archive states; never to be trusted for allocating memory. */
  readonly claimedSize: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/** The entries of a zip archive, or null where the bytes are not a complete archive. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOfDirectory(view);
    if (end === null) return null;
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
      const nameLength = view.getUint16(at + 28, true);
      const name = bytes.subarray(at + 46, at + 46 + nameLength);
      const packed = packedBytes(bytes, view, name, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
      if (packed === null) return null;
      entries.push({
        name: new TextDecoder().decode(name).replaceAll('\\', '/'),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed,
        checksum: view.getUint32(at + 16, true),
        claimedSize: view.getUint32(at + 24, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return null; // an offset that points out of the file
    throw error;
  }
}

function endOfDirectory(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

/** The bytes of an entry; its local header must have the same name as the central directory. */
function packedBytes(
  bytes: Uint8Array,
  view: DataView,
  name: Uint8Array,
  header: number,
  size: number,
): Uint8Array | null {
  if (view.getUint32(header, true) !== LOCAL_HEADER) return null;
  const nameEnd = header + 30 + view.getUint16(header + 26, true);
  if (Buffer.compare(bytes.subarray(header + 30, nameEnd), name) !== 0) return null;
  const from = nameEnd + view.getUint16(header + 28, true);
  return from + size <= bytes.byteLength ? bytes.subarray(from, from + size) : null;
}
