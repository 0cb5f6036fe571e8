#!/usr/bin/env node
// Checks the Node version before anything newer is loaded. Written so that a Node of any age can parse it.
var parts = process.versions.node.split(".");
var major = Number(parts[0]);
var minor = Number(parts[1]);
if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  require("../dist/cli/start.js");
} else {
  console.error(
    "azertac: Node.js 20.19 or later, or 22.12 or later, is needed; this is Node.js " +
      process.versions.node +
      ".",
  );
  process.exitCode = 2;
}
