package dev.inlay.server.cli;

import dev.inlay.server.designs.Sketch;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateException;
import dev.inlay.templates.TemplateFolder;
import dev.inlay.templates.TemplateFolder.Contents;
import dev.inlay.templates.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a designer needs beside an editor. */
@Command(name = "templates", mixinStandardHelpOptions = true,
        description = "Checks, lists and shows templates; needs no server.",
        subcommands = {TemplatesCommand.Check.class, TemplatesCommand.ListAll.class, TemplatesCommand.Show.class,
                TemplatesCommand.Schema.class})
final class TemplatesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: check, list, show or schema");
    }

    /** Prints a line for each mistake, as compilers do, and how many there are. */
    @Command(name = "check", mixinStandardHelpOptions = true,
            description = "Reads all templates of a folder as a server would and prints what is wrong: file:line:column.")
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FOLDER", description = "The folder: NAME.yaml files and the pictures they name.")
        private Path folder;

        @Option(names = "--fonts", paramLabel = "FOLDER", description = "Fonts beside the bundled ones.")
        private Optional<Path> fonts = Optional.empty();

        @Override
        public Integer call() {
            try {
                Contents contents = new TemplateFolder(folder, Sketch.renderer(fonts).fontFamilies()).read();
                contents.lines().forEach(mistake -> System.out.println(Lines.plain(mistake)));
                System.out.println(summary(contents));
                return contents.mistakes().isEmpty() ? 0 : 1;
            } catch (TemplateException | IllegalArgumentException e) {
                System.err.println("inlay: " + Lines.plain(e.getMessage()));
                return 1;
            }
        }

        private static String summary(Contents contents) {
            int good = contents.templates().size();
            int wrong = contents.mistakes().size();
            return wrong == 0 ? count(good) + " checked, no mistake"
                    : count(good + wrong) + " checked, " + wrong + " with a mistake";
        }

        private static String count(int templates) {
            return templates == 1 ? "1 template" : templates + " templates";
        }
    }

    /** One line for each template, parted by tabs. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Lists templates: name, size in a mail, what a campaign may set.")
    static final class ListAll implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Those of a folder; else the bundled ones.")
        private Optional<Path> folder = Optional.empty();

        @Override
        public Integer call() {
            try {
                templates().forEach(template -> System.out.println(template.name() + "\t" + template.cssWidth() + " x "
                        + template.cssHeight() + "\t" + String.join(", ", template.variables().keySet())));
                return 0;
            } catch (TemplateException e) {
                System.err.println("inlay: " + Lines.plain(e.getMessage()));
                return 1;
            }
        }

        private Collection<Template> templates() {
            TemplateLibrary bundled = TemplateLibrary.bundled();
            return folder.<Collection<Template>>map(own -> new TemplateFolder(own).read().templates().values())
                    .orElseGet(() -> bundled.names().stream().map(bundled::find).flatMap(Optional::stream).toList());
        }
    }

    /** The file as it is bundled, comments included. */
    @Command(name = "show", mixinStandardHelpOptions = true,
            description = "Prints a bundled template, to begin an own one with.")
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "One of those that ./inlay templates list names.")
        private String name;

        @Override
        public Integer call() {
            TemplateLibrary bundled = TemplateLibrary.bundled();
            Optional<Template> template = bundled.find(name);
            template.ifPresentOrElse(found -> print(found.content()), () -> System.err.println("inlay: NAME must be one of "
                    + String.join(", ", bundled.names()) + " - was '" + Lines.plain(name) + "'"));
            return template.isPresent() ? 0 : 1;
        }
    }

    /** For editors that complete and check YAML. */
    @Command(name = "schema", mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of templates, for editors that complete and check YAML.")
    static final class Schema implements Callable<Integer> {
        @Override
        public Integer call() {
            print(TemplateLibrary.schema());
            return 0;
        }
    }

    /** As UTF-8, whatever the terminal speaks: it goes into files. */
    private static void print(String file) {
        System.out.writeBytes(file.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
