package dev.inlay.server.demo;

import dev.inlay.server.demo.InboxChoice.Look;

/**
 * The mails that the shop sends: its own HTML around the snippet that an operator copies from Inlay. What a mail
 * service does when it sends is done here: the tags of the snippet are replaced for one recipient.
 */
final class Mails {
    private static final String PERSON = "{{person}}";
    private static final String SEND = "{{send}}";

    private final Doors doors;
    private final DemoPages pages;
    private final String publicUrl;

    Mails(Doors doors, DemoPages pages, String publicUrl) {
        this.doors = doors;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /** The mail as {@code recipient} gets it. */
    String html(OpenShop shop, InboxChoice choice, Recipient recipient) {
        String snippet = snippet(shop, choice.mailing(), recipient)
                .replace(PERSON, recipient.encoded()).replace(SEND, choice.send());
        String shown = choice.look() == Look.IMAGES_OFF ? withoutPictures(snippet) : snippet;
        return pages.render("mail", new MailView(choice.mailing(), shown, choice.look() == Look.DARK,
                publicUrl + ShopPages.PATH));
    }

    private String snippet(OpenShop shop, Mailing mailing, Recipient recipient) {
        String tag = recipient.parameter().equals("customerId") ? "customerIdTag" : "emailTag";
        return doors.get(shop.api(mailing, "snippet?service=custom&identity=" + recipient.parameter()
                + "&" + tag + "=" + Recipient.encode(PERSON) + "&sendTag=" + Recipient.encode(SEND)));
    }

    /** As mail programs do that wait for a click before they load pictures. */
    private static String withoutPictures(String html) {
        return html.replaceAll("<img\\s+src=", "<img data-src=");
    }

    /** What the mail itself shows around {@code snippet}, which is HTML. */
    record MailView(Mailing mailing, String snippet, boolean dark, String shopUrl) { }
}
