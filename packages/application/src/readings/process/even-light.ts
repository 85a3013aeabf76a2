import sharp from 'sharp';

/** Grey levels, as shares of the paper's own brightness there, that become black and white: grain and shadows vanish, ink stays. */
const INK = 0.4;
const PAPER = 0.88;
/** Side of the squares whose brightness is taken, in pixels: a few letters wide. */
const SQUARE = 32;

/** Brightness of the paper per square: that which three quarters of its points do not pass, the brightest of the neighbours'. */
function lightOf(data: Buffer, width: number, height: number): { map: Uint8Array; columns: number; rows: number } {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const own = new Uint8Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let points = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 2)
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 2) {
          counts[data[y * width + x]!]! += 1;
          points += 1;
        }
      let level = 255;
      for (let above = 0; level > 0 && above < points / 4; level -= 1) above += counts[level]!;
      own[row * columns + column] = level + 1;
    }
  const map = own.map((level, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let most = level;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) most = Math.max(most, own[y * columns + x]!);
    return most;
  });
  return { map, columns, rows };
}

/**
 * Evens the light: each point is compared with the paper around it. Without it a grey or shadowed scan is split into light and dark paper
 * instead of paper and ink. @returns PNG
 */
export async function evenLight(png: Uint8Array): Promise<Buffer> {
  const { data, info } = await sharp(png).grayscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const { map, columns, rows } = lightOf(data, width, height);
  const out = Buffer.allocUnsafe(width * height);
  for (let y = 0; y < height; y += 1) {
    const v = Math.max(0, Math.min(rows - 1, y / SQUARE - 0.5));
    const [top, down] = [Math.floor(v), Math.min(rows - 1, Math.floor(v) + 1)];
    for (let x = 0; x < width; x += 1) {
      const u = Math.max(0, Math.min(columns - 1, x / SQUARE - 0.5));
      const [left, right] = [Math.floor(u), Math.min(columns - 1, Math.floor(u) + 1)];
      const upper = map[top * columns + left]! * (1 - u + left) + map[top * columns + right]! * (u - left);
      const lower = map[down * columns + left]! * (1 - u + left) + map[down * columns + right]! * (u - left);
      const share = data[y * width + x]! / Math.max(40, upper * (1 - v + top) + lower * (v - top));
      out[y * width + x] = share <= INK ? 0 : share >= PAPER ? 255 : Math.round((255 * (share - INK)) / (PAPER - INK));
    }
  }
  return sharp(out, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
