/** A number from 0 to 2^32 - 1 that differs where what it is made of differs (FNV-1a over its JSON). */
export function hashOf(parts: unknown): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(JSON.stringify(parts))) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}
