package dev.inlay.server;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;

/** A mail server on the loopback: what goes in as a newsletter comes out as its reader gets it. */
public final class Mailbox implements AutoCloseable {
    private static final String READER = "reader@example.test";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Session session;

    public Mailbox() {
        server.start();
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        properties.put("mail.smtp.allow8bitmime", "true");
        session = Session.getInstance(properties);
    }

    /** {@code html} after its way by SMTP in this transfer encoding, its lines as before but for blanks at the end. */
    public String deliver(String html, String encoding) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("shop@example.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(READER));
        message.setSubject("News");
        message.setContent(html, "text/html; charset=utf-8");
        message.setHeader("Content-Transfer-Encoding", encoding);
        Transport.send(message);
        return received(encoding).replace("\r\n", "\n").stripTrailing();
    }

    private String received(String encoding) throws MessagingException, IOException {
        MimeMessage message = server.getReceivedMessages()[0];
        if (!encoding.equals(message.getEncoding())) {
            throw new AssertionError("sent as " + encoding + ", came as " + message.getEncoding());
        }
        String html = (String) message.getContent();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
        return html;
    }

    @Override
    public void close() {
        server.stop();
    }
}
