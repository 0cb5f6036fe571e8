/** The user's private state folder: what is kept between calls and cannot be made again from an archive. */
import { isAbsolute, join, resolve } from "node:path";
import { homeFolder } from "./system.js";

/** `AZERTAC_STATE`, else `azertac` in the user's state folder (XDG). */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.AZERTAC_STATE) return resolve(environment.AZERTAC_STATE);
  const xdg = environment.XDG_STATE_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(homeFolder(), ".local", "state"), "azertac");
}
