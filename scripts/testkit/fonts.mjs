// The same fonts for every browser that is started from here. A test that measures would find other lines on another machine.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Debian package that has the fonts. Chromium and Firefox do not need it, so it is installed with them. */
export const FONTS = 'fonts-dejavu-core';

/** Lets browsers see the fonts of `fonts.conf` alone, where fontconfig chooses fonts and these are installed. */
export function pinFonts() {
  if (!existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf')) return;
  process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL('fonts.conf', import.meta.url));
}
