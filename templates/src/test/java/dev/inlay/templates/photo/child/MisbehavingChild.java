package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.awt.image.BufferedImage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A child whose decoder can be told, by the words behind the first six bytes of a file, what to do wrong. */
public final class MisbehavingChild {
    private static final FileOutputStream PIPE = new FileOutputStream(FileDescriptor.out);

    private MisbehavingChild() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            System.err.println("no luck\ntoday");
            System.exit(7);
        }
        new DecoderMain(MisbehavingChild::decode).serve();
    }

    private static Outcome decode(byte[] file) {
        String word = new String(file, 6, file.length - 6, StandardCharsets.US_ASCII);
        try {
            return behave(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome behave(String word) throws IOException, InterruptedException {
        switch (word) {
            case "spin" -> spin();
            case "sleep" -> Thread.sleep(600_000);
            case "exit" -> System.exit(42);
            case "hoard" -> hoard();
            case "babble" -> say("babble babble babble".getBytes(StandardCharsets.US_ASCII));
            case "wide" -> say(picture(Integer.MAX_VALUE, 1));
            case "negative" -> say(picture(1, -1));
            case "cut" -> sayAndExit(picture(800, 800));
            case "forge" -> forge();
            case "complain" -> complain();
            case "chatter" -> System.out.println("no answer at all");
            case "environment" -> {
                return new Outcome.Refused(String.join(" ", System.getenv().keySet()));
            }
            default -> { }
        }
        return new Outcome.Decoded(new Photo(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)));
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void hoard() {
        List<byte[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new byte[1 << 20]);
        }
    }

    private static void complain() {
        for (int i = 0; i < 20_000; i++) {
            System.err.println("something is wrong with line " + i);
        }
    }

    /** An answer, and one to a photo that has not come yet. */
    private static void forge() throws IOException {
        say(ByteBuffer.allocate(64).put(reason("\u001B[31m forged\r\nline")).put(reason("unasked")).array());
    }

    private static void sayAndExit(byte[] answer) throws IOException {
        say(answer);
        Runtime.getRuntime().halt(0);
    }

    private static void say(byte[] answer) throws IOException {
        PIPE.write(answer);
    }

    private static byte[] picture(int width, int height) {
        return ByteBuffer.allocate(10).put((byte) 'D').putInt(width).putInt(height).put((byte) 0).array();
    }

    private static byte[] reason(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + bytes.length).put((byte) 'R').put((byte) bytes.length).put(bytes).array();
    }
}
