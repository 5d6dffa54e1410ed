package dev.inlay.templates.photo;

import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One child, which decodes one photo after the other. After any trouble with it, it is dead. */
final class DecoderProcess implements AutoCloseable {
    /** With which a JVM ends for want of memory. */
    private static final int OUT_OF_MEMORY = 3;
    private static final int END_SECONDS = 2;
    private static final int BUFFER = 1 << 16;

    private final Process process;
    private final ChildSettings settings;
    private final ScheduledExecutorService clock;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final Complaint complaint;

    private DecoderProcess(Process process, ChildSettings settings, ScheduledExecutorService clock) {
        this.process = process;
        this.settings = settings;
        this.clock = clock;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.complaint = Complaint.of(process.getErrorStream());
    }

    /**
     * Starts a child and waits until it is ready.
     *
     * @throws IOException if it does not become so; the message says why
     */
    static DecoderProcess start(ChildSettings settings, ScheduledExecutorService clock)
            throws IOException, InterruptedException {
        DecoderProcess child = new DecoderProcess(ChildCommand.of(settings.main()).start(), settings, clock);
        try (Watch watch = Watch.over(child.process, settings.start(), clock)) {
            try {
                Answers.readReady(child.in);
                return child;
            } catch (IOException e) {
                throw new IOException("it " + child.end(e, watch) + child.complaint(), e);
            }
        }
    }

    /** Whether it lives and keeps silent, as it should between photos. */
    boolean isReady() {
        try {
            return process.isAlive() && in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns what the child says to {@code file}.
     *
     * @throws IOException if the child had to be killed, died, or said what it may not; the message says which
     */
    Outcome decode(byte[] file) throws IOException, InterruptedException {
        try (Watch watch = Watch.over(process, settings.photo(), clock)) {
            try {
                out.writeInt(file.length);
                out.write(file);
                out.flush();
                return Answers.read(in);
            } catch (IOException e) {
                throw new IOException(end(e, watch), e);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The first line of what it said of its own trouble, behind a colon; empty if it said nothing. */
    String complaint() {
        return complaint.line().map(": "::concat).orElse("");
    }

    /** Sees to it that the child is dead, and says what it did. */
    private String end(IOException failure, Watch watch) throws InterruptedException {
        try {
            return watch.verdict().isPresent() ? watch.verdict().get() : reason(failure);
        } finally {
            close();
        }
    }

    private String reason(IOException failure) throws InterruptedException {
        boolean unreadable = failure instanceof StreamCorruptedException;
        if (unreadable || !process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            return "gave an unreadable answer";
        }
        int code = process.exitValue();
        return code == OUT_OF_MEMORY ? "needed too much memory" : "ended with exit code " + code;
    }
}
