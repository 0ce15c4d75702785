import { run } from "./run";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads has enough, as `| head` does: the work goes on without a trace.
  if (error.code === "EPIPE") return;
  process.stderr.write(
    "The output could not be written to where it was sent. Check that there is room, then try again.\n",
  );
  process.exit(2);
});

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
