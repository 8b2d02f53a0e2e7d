// Imported first by every entry: the modules after it need at least this Node to run.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    `Inning needs Node 20 or newer to set itself up; this is Node ${process.versions.node}. ` +
      'Install a newer Node (Debian 12 and newer: `apt-get install nodejs npm`, or see nodejs.org) and run the same command again.',
  );
  process.exit(1);
}
