/** Where a person's settings are kept; what they say is read by config.ts, which is loaded only if there are any. */
import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { homeFolder } from "../../platform/system.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** `AZERTAC_CONFIG`, else `azertac/config.toml` in the user's config folder (XDG); null for none. */
export function configPath({ AZERTAC_CONFIG, XDG_CONFIG_HOME }: Environment): string | null {
  if (AZERTAC_CONFIG !== undefined) return AZERTAC_CONFIG === "" ? null : resolve(AZERTAC_CONFIG);
  const folder =
    XDG_CONFIG_HOME && isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(homeFolder(), ".config");
  return join(folder, "azertac", "config.toml");
}

/** The config file to read. One that was named has to be there: that it is not is said when it is read. */
export function configFile(environment: Environment): string | null {
  const path = configPath(environment);
  return path !== null && (environment.AZERTAC_CONFIG !== undefined || existsSync(path)) ? path : null;
}
