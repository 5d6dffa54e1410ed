package dev.inlay.server.cli;

import dev.inlay.server.JsonLog;
import dev.inlay.server.designs.SampleProduct;
import dev.inlay.server.designs.Sketch;
import dev.inlay.templates.TemplateException;
import dev.inlay.templates.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a tile into a file, as a mail would show it; needs no server. */
@Command(name = "render", mixinStandardHelpOptions = true, description = {
        "Draws a template with a product into a file, as a mail would show it; needs no server.",
        "A product is JSON such as {\"title\":\"Mug\",\"price\":9.90,\"oldPrice\":12,\"imgUrl\":\"mug.jpg\"}, with the "
                + "attributes of the API."})
final class RenderCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TEMPLATE",
            description = "A .yaml file, or the name of a bundled template: ./inlay templates list.")
    private String template;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PRODUCT.json",
            description = "The product; its imgUrl may name a file beside it.")
    private Optional<Path> product = Optional.empty();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE",
            description = "Where the tile goes: a .png, a .jpg if the template offers it, or - for standard output.")
    private Path output;

    @Option(names = "--photo", paramLabel = "FILE", description = "The product's photo, in place of imgUrl.")
    private Optional<Path> photo = Optional.empty();

    @Option(names = "--neutral", description = "The picture for mails without a product; needs no PRODUCT.json.")
    private boolean neutral;

    @Mixin
    private StyleOptions style;

    @Option(names = "--fonts", paramLabel = "FOLDER", description = "Fonts beside the bundled ones.")
    private Optional<Path> fonts = Optional.empty();

    @Override
    public Integer call() {
        boolean jpeg = isJpeg();
        if (product.isEmpty() != neutral) {
            throw new ParameterException(spec.commandLine(), "PRODUCT.json or --neutral must be given");
        }
        JsonLog.installQuietly();
        try {
            Tile tile = tile(jpeg);
            write(tile.bytes());
            System.err.println(String.format(Locale.ROOT, "%s: %d x %d pixels, %,d bytes", output, tile.width(),
                    tile.height(), tile.bytes().length));
            return 0;
        } catch (TemplateException e) {
            e.problems().forEach(problem -> System.err.println("inlay: " + Lines.plain(problem)));
            return 1;
        } catch (IllegalArgumentException e) {
            System.err.println("inlay: " + Lines.plain(e.getMessage()));
            return 1;
        } catch (IOException e) {
            System.err.println("inlay: " + output + " cannot be written");
            return 1;
        }
    }

    private Tile tile(boolean jpeg) {
        Sketch sketch = new Sketch(Sketch.template(template), style.style(), style.live(), Sketch.renderer(fonts));
        if (product.isEmpty()) {
            return jpeg ? sketch.neutralJpeg() : sketch.neutral();
        }
        SampleProduct sample = SampleProduct.read(product.get(), photo);
        Stream.concat(sample.warnings().stream(), sketch.warnings(sample).stream())
                .forEach(warning -> System.err.println("warning: " + Lines.plain(warning)));
        return jpeg ? sketch.jpeg(sample) : sketch.png(sample);
    }

    private boolean isJpeg() {
        String name = output.toString().toLowerCase(Locale.ROOT);
        boolean jpeg = Stream.of(".jpg", ".jpeg").anyMatch(name::endsWith);
        if (!jpeg && !name.endsWith(".png") && !output.equals(STANDARD_OUTPUT)) {
            throw new ParameterException(spec.commandLine(), "FILE must end in .png or .jpg - was '" + output + "'");
        }
        return jpeg;
    }

    private void write(byte[] bytes) throws IOException {
        if (output.equals(STANDARD_OUTPUT)) {
            System.out.write(bytes);
            System.out.flush();
        } else {
            Files.write(output, bytes);
        }
    }
}
