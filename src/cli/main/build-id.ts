/** Names one build of the command. The bundler puts the version and a hash of all chunks here; see src/build/command.js. */
export const BUILD_ID = "unbuilt";
