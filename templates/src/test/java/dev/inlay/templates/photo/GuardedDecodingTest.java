package dev.inlay.templates.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.photo.ChildSettings.Limits;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Decoded;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Refused;
import dev.inlay.templates.photo.child.MisbehavingChild;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a child may do wrong costs one photo. */
@Timeout(120)
class GuardedDecodingTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final PhotoDecoder DECODER = decoder(LONG, LONG, LONG);

    @AfterAll
    static void close() {
        DECODER.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "exit     | the photo decoder ended with exit code 42",
        "hoard    | the photo decoder needed too much memory",
        "babble   | the photo decoder gave an unreadable answer",
        "wide     | the photo decoder gave an unreadable answer",
        "negative | the photo decoder gave an unreadable answer",
        "cut      | the photo decoder ended with exit code 0",
    })
    void deadChildCostsOnePhoto(String file, String reason) {
        assertEquals(new Refused(reason), decode(DECODER, file));
        assertInstanceOf(Decoded.class, decode(DECODER, "good"));
    }

    @Test
    void decoderThatSleepsIsKilledByTheClock() {
        try (PhotoDecoder decoder = decoder(Duration.ofSeconds(2), LONG, LONG)) {
            assertEquals(new Refused("the photo decoder took longer than 2 s"), decode(decoder, "sleep"));
        }
    }

    @Test
    void decoderThatSpinsIsKilledByItsProcessorTime() {
        try (PhotoDecoder decoder = decoder(LONG, Duration.ofSeconds(1), LONG)) {
            assertEquals(new Refused("the photo decoder took more than 1 s of processor time"),
                    decode(decoder, "spin"));
            assertInstanceOf(Decoded.class, decode(decoder, "good"));
        }
    }

    @Test
    void childStaysWarmBetweenPhotos() {
        decode(DECODER, "good");
        long first = pid(DECODER);

        decode(DECODER, "good");

        assertEquals(first, pid(DECODER));
    }

    @Test
    void childThatIsKilledBetweenPhotosCostsNone() throws Exception {
        decode(DECODER, "good");
        ProcessHandle child = DECODER.childHandle().orElseThrow();
        child.destroyForcibly();
        child.onExit().get();

        assertInstanceOf(Decoded.class, decode(DECODER, "good"));
        assertNotEquals(child.pid(), pid(DECODER));
    }

    @Test
    void whatAChildSaysUnaskedIsNoAnswerToTheNextPhoto() {
        decode(DECODER, "forge");

        assertInstanceOf(Decoded.class, decode(DECODER, "good"));
    }

    @Test
    void reasonHoldsNoControlCharacters() {
        assertEquals(new Refused("[31m forged line"), decode(DECODER, "forge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complain", "chatter"})
    void whatIsPrintedDisturbsNothing(String file) {
        assertInstanceOf(Decoded.class, decode(DECODER, file));
        assertInstanceOf(Decoded.class, decode(DECODER, "good"));
    }

    @Test
    void childSeesNothingOfTheEnvironment() {
        Refused names = assertInstanceOf(Refused.class, decode(DECODER, "environment"));

        assertTrue(Set.of("LANG", "LC_ALL", "LC_CTYPE", "MALLOC_ARENA_MAX")
                .containsAll(List.of(names.reason().split(" "))), names.reason());
    }

    @Test
    void idleChildEnds() throws Exception {
        try (PhotoDecoder decoder = decoder(LONG, LONG, Duration.ofSeconds(1))) {
            decode(decoder, "good");
            ProcessHandle child = decoder.childHandle().orElseThrow();

            child.onExit().get(30, TimeUnit.SECONDS);

            assertInstanceOf(Decoded.class, decode(decoder, "good"));
        }
    }

    @Test
    void closingEndsTheChildInTheMiddleOfAPhoto() throws Exception {
        PhotoDecoder decoder = decoder(LONG, LONG, LONG);
        decode(decoder, "good");
        ProcessHandle child = decoder.childHandle().orElseThrow();
        Thread asking = Thread.startVirtualThread(() -> decode(decoder, "sleep"));

        decoder.close();

        child.onExit().get(30, TimeUnit.SECONDS);
        asking.join();
        assertEquals(new Refused("the photo decoder is closed"), decode(decoder, "good"));
    }

    /** So does it when its parent dies: no child is left alone. */
    @Test
    void childEndsWithItsInputInTheMiddleOfAPhoto() throws Exception {
        Process child = ChildCommand.of(List.of(MisbehavingChild.class.getName())).start();
        byte[] file = "GIF89aspin".getBytes(StandardCharsets.US_ASCII);
        try (DataOutputStream photos = new DataOutputStream(child.getOutputStream())) {
            photos.writeInt(file.length);
            photos.write(file);
        }

        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void childThatCannotBeStartedIsSaidToBeSo() {
        ChildSettings settings = new ChildSettings(List.of(MisbehavingChild.class.getName(), "fail"),
                new Limits(LONG, LONG), new Limits(LONG, LONG), LONG);
        try (PhotoDecoder decoder = new PhotoDecoder(settings)) {
            Refused reason = new Refused("the photo decoder cannot be started; the log says why");

            assertEquals(reason, decode(decoder, "good"));
            assertEquals(reason, decode(decoder, "good"));
            assertFalse(decoder.childHandle().isPresent());
        }
    }

    private static PhotoDecoder decoder(Duration wall, Duration processor, Duration idle) {
        return new PhotoDecoder(new ChildSettings(List.of(MisbehavingChild.class.getName()), new Limits(LONG, LONG),
                new Limits(wall, processor), idle));
    }

    private static long pid(PhotoDecoder decoder) {
        return decoder.childHandle().orElseThrow().pid();
    }

    private static Outcome decode(PhotoDecoder decoder, String word) {
        return decoder.decode(("GIF89a" + word).getBytes(StandardCharsets.US_ASCII));
    }
}
