package dev.inlay.server.cli;

import dev.inlay.server.Main;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line; each command is a class of this package. */
@Command(name = "inlay", mixinStandardHelpOptions = true, version = "Inlay " + Main.VERSION,
        description = "Personalized product images for newsletters.",
        footer = {"", "Settings come from inlay.properties in the working folder and from the environment, "
                + "see README.md."},
        subcommands = {ServeCommand.class, DemoCommand.class, WebsitesCommand.class, KeysCommand.class,
                ImportCommand.class, EvaluateCommand.class, TokensCommand.class, CompactCommand.class,
                RenderCommand.class, TemplatesCommand.class, InlayCommand.Verify.class})
public final class InlayCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Runs {@code arguments} and returns the exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new InlayCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    }

    /** Listed here for {@code --help}; the launcher itself runs it. */
    @Command(name = "verify", description = "Builds from source and runs all tests (in the launcher, by Maven).")
    static final class Verify implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("verify is run by the launcher: ./inlay verify");
        }
    }
}
