package dev.inlay.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be brought in from files. */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = ImportActivityCommand.class,
        description = "Brings history into a running server.")
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what to import is missing: activity");
    }
}
