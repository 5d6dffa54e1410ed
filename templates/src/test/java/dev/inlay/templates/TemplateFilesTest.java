package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.png.PngWriter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template may bring along pictures, which become a part of it. */
class TemplateFilesTest {
    private static final String YAML = """
            canvas: {width: 100, height: 50}
            nodes:
              - image: {file: logo.svg, left: 10, top: 10, width: 30}
            neutral: []
            """;
    private static final byte[] SVG = svg("<circle cx='5' cy='5' r='5' fill='#204060'/>");

    @Test
    void contentAloneReadsBackToTheSameTemplate() {
        Template template = Template.parse("small", YAML, Map.of("logo.svg", SVG));

        Template again = Template.parse("small", template.content());

        assertTrue(template.content().startsWith(YAML));
        assertEquals(template.content(), again.content());
        assertEquals(template.version(), again.version());
        assertArrayEquals(drawn(template), drawn(again));
    }

    @Test
    void versionCoversTheFiles() {
        byte[] other = svg("<circle cx='5' cy='5' r='4' fill='#204060'/>");

        assertNotEquals(Template.parse("small", YAML, Map.of("logo.svg", SVG)).version(),
                Template.parse("small", YAML, Map.of("logo.svg", other)).version());
    }

    @Test
    void jpegIsDrawn() throws IOException {
        BufferedImage red = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Arrays.setAll(((DataBufferInt) red.getRaster().getDataBuffer()).getData(), _ -> 0xC02020);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(red, "jpeg", jpeg);

        byte[] drawn = drawn(Template.parse("small", YAML, Map.of("logo.svg", jpeg.toByteArray())));

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn));
        assertEquals(0xC0, picture.getRGB(50, 35) >> 16 & 0xFF, 6);
        assertEquals(0x20, picture.getRGB(50, 35) & 0xFF, 6);
        assertEquals(0xFFFFFFFF, picture.getRGB(50, 60));
    }

    @Test
    void missingFileIsNamedWithItsPlace() {
        assertEquals(List.of("small:3:19: the template has no file 'logo.svg'"), problems(YAML, Map.of()));
        assertEquals(List.of("small:3:19: the template has no file 'logo.svg' - did you mean 'logo.png'?"),
                problems(YAML, Map.of("logo.png", SVG)));
    }

    @Test
    void unusedFileIsNamed() {
        assertEquals(List.of("small:1:1: file 'old.svg' is shown by no image node"),
                problems(YAML, Map.of("logo.svg", SVG, "old.svg", SVG)));
    }

    @Test
    void fileThatIsNoPictureIsNamed() {
        byte[] damaged = PngWriter.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
        damaged[45] ^= 0x55;

        assertEquals(List.of("small:1:1: file 'logo.svg' is no PNG, no JPEG and no sound SVG"),
                problems(YAML, Map.of("logo.svg", "hello".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("small:1:1: file 'logo.svg' cannot be read: it is damaged"),
                problems(YAML, Map.of("logo.svg", damaged)));
    }

    @Test
    void largeFilesAreRefused() {
        byte[] large = svg("<!--" + "x".repeat(256 * 1024) + "-->");
        byte[] wide = PngWriter.write(new BufferedImage(4001, 1000, BufferedImage.TYPE_INT_RGB));
        byte[] half = PngWriter.write(new BufferedImage(2100, 1000, BufferedImage.TYPE_INT_RGB));

        assertTrue(problems(YAML, Map.of("logo.svg", large)).getFirst().contains("at most 262144 are allowed"));
        assertEquals(List.of("small:1:1: file 'logo.svg' must have at most 4 megapixels, not 4001 x 1000"),
                problems(YAML, Map.of("logo.svg", wide)));
        assertEquals(List.of("small:1:1: file 'two.png': all files together must have at most 4 megapixels"),
                problems(YAML, Map.of("logo.svg", half, "two.png", half)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<text>a</text>", "<image href='http://localhost/a.png'/>", "<filter/>", "<script/>",
        "<image href='file:///etc/hostname'/>", "<foreignObject/>", "<g><Pattern/></g>", "<animate/>"})
    void svgOfMoreThanShapesIsRefused(String element) {
        String message = problems(YAML, Map.of("logo.svg", svg(element))).getFirst();

        assertTrue(message.startsWith("small:1:1: file 'logo.svg' must be an SVG of shapes alone, without <"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<use href='URL#a'/>",
        "<use xlink:href='URL#a' xmlns:xlink='http://www.w3.org/1999/xlink'/>",
        "<rect width='9' height='9' fill='url(URL#a)'/>", "<style>@import url(URL); rect{fill:url(URL#a)}</style>",
        "<linearGradient id='a' href='URL#a'/><rect width='9' height='9' fill='url(#a)'/>"})
    void svgFetchesNothing(String element) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.svg";

            problems(YAML, Map.of("logo.svg", svg(element.replace("URL", url))));

            server.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void svgWithADoctypeIsRefused() {
        byte[] entities = ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                + new String(svg("<title>&a;</title>"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of("small:1:1: file 'logo.svg' must be an SVG without a DOCTYPE"),
                problems(YAML, Map.of("logo.svg", entities)));
    }

    @Test
    void svgThatUsesItselfOrIsNestedTooDeepIsRefused() {
        byte[] loop = svg("<g id='a'><use href='#a'/><circle r='3'/></g>");
        byte[] deep = svg("<g>".repeat(31) + "</g>".repeat(31));

        assertEquals(List.of("small:1:1: file 'logo.svg' is an SVG that cannot be read"),
                problems(YAML, Map.of("logo.svg", loop)));
        assertTrue(problems(YAML, Map.of("logo.svg", deep)).getFirst().contains("nested at most 30 deep"));
    }

    @Test
    void filesStandInTheTemplateOrBesideIt() {
        String content = Template.parse("small", YAML, Map.of("logo.svg", SVG)).content();

        assertTrue(problems(content, Map.of("logo.svg", SVG)).getFirst()
                .endsWith("'images' is written by Inlay: a template with files beside it has none"));
    }

    @Test
    void templateInBracesTakesNoFiles() {
        String braces = "{canvas: {width: 100, height: 50}, nodes: [{image: {file: logo.svg}}], neutral: []}";

        assertTrue(problems(braces, Map.of("logo.svg", SVG)).getFirst().contains("written in lines, not in braces"));
    }

    private static List<String> problems(String yaml, Map<String, byte[]> files) {
        return Template.problems("small", yaml, files);
    }

    private static byte[] drawn(Template template) {
        return new TileRenderer().draw(template, Samples.LAMP, Optional.empty(), Samples.GERMAN).bytes();
    }

    private static byte[] svg(String shapes) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + shapes + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
