/** Lines that a sender broke for the wire, put together again (RFC 3676). */
export const unflowed = (text: string, isSpaceDeleted: boolean): string => {
  const out: string[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const line = raw.startsWith(' ') ? raw.slice(1) : raw;
    const isSoft = line.endsWith(' ') && line !== '-- ' && !line.startsWith('>');
    const kept = isSoft && isSpaceDeleted ? line.slice(0, -1) : line;
    if (isOpen) out.push(kept);
    else out.push(out.length ? `\n${kept}` : kept);
    isOpen = isSoft;
  }
  return out.join('');
};
