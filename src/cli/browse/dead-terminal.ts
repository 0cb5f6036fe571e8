/** What is left to do of a terminal that is gone. */
import { closeSync, fstatSync, openSync } from "node:fs";
import { isatty } from "node:tty";
import { DEV_NULL } from "../../platform/system.js";

const STANDARD_STREAMS = [0, 1, 2];

/**
 * Puts the null device in the place of standard streams whose terminal is gone. When Node ends, it gives each terminal back
 * the settings that it had, and aborts the process where that fails.
 */
export function dropDeadTerminals(): void {
  for (const stream of STANDARD_STREAMS) {
    try {
      if (!fstatSync(stream).isCharacterDevice() || isatty(stream)) continue;
      closeSync(stream);
      // The lowest number that is free, which is that of the stream.
      openSync(DEV_NULL, "r+");
    } catch {
      // It is closed already, which is as good.
    }
  }
}
