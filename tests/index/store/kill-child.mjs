// Opens an archive of LIBRARY with an index and says so; killed somewhere on the way.
const [library, dir, cache] = process.argv.slice(2);
const { openArchive } = await import(library);
process.stdout.write("opening\n");
const archive = await openArchive({ dir, cache });
process.stdout.write(`${archive.size}\n`);
