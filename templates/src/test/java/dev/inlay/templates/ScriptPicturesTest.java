package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One expected picture per script. */
class ScriptPicturesTest {
    private static final Template TEMPLATE = Template.parse("script", """
            canvas: {width: 260, height: 116, density: 2, background: "#ffffff"}
            nodes:
              - group:
                  padding: 12
                  gap: 5
                  nodes:
                    - text: {value: "{{brand|upper}}", size: 11, weight: 600, letterSpacing: 0.1, colour: "#78736a"}
                    - text: {value: "{{title}}", fit: [13, 20], weight: 700, maxLines: 2, lineHeight: 1.35}
                    - text: {value: "{{extra.note}}", size: 13, maxLines: 1, lineHeight: 1.5}
            neutral: []
            """);

    @TempDir
    private Path folder;

    @Test
    void latin() throws IOException {
        draw("latin", "de", "Kaffee & Tee", "Waffeleisen „AVA“ für fünf flache Öfen", "Té, Łódź, İğne, ﬁn – 12,50 €");
    }

    @Test
    void cyrillic() throws IOException {
        draw("cyrillic", "uk", "Світло", "Настільна лампа з теплим світлом і латунною основою",
                "Ціна: 1 290,00 ₴ з ПДВ");
    }

    @Test
    void greek() throws IOException {
        draw("greek", "el", "Φως", "Επιτραπέζιο φωτιστικό με ζεστό φως", "Τώρα 12,50 € αντί 19,90 €");
    }

    @Test
    void vietnamese() throws IOException {
        draw("vietnamese", "vi", "Ánh sáng", "Đèn bàn ánh sáng ấm với đế đồng thau", "Giá chỉ còn 1.290.000 ₫");
    }

    @Test
    void arabic() throws IOException {
        draw("arabic", "ar", "لومن", "مصباح طاولة بضوء دافئ وقاعدة نحاسية Mira 2", "السعر 12.50 KWD بدلاً من 19.90");
    }

    @Test
    void hebrew() throws IOException {
        draw("hebrew", "he", "לומן", "מנורת שולחן עם אור חם (Mira 2)", "רק 349.90 ₪ במקום 499.90 ₪ באתר");
    }

    @Test
    void devanagari() throws IOException {
        draw("devanagari", "hi", "रोशनी", "गर्म रोशनी और पीतल के आधार वाला टेबल लैंप", "केवल ₹1,290 में, Mira 2",
                "NotoSansDevanagari");
    }

    @Test
    void thai() throws IOException {
        draw("thai", "th", "แสงไฟ", "โคมไฟตั้งโต๊ะแสงอบอุ่นพร้อมฐานทองเหลือง", "เพียง 1,290 บาท น้ำผึ้ง",
                "NotoSansThai");
    }

    @Test
    void japanese() throws IOException {
        draw("japanese", "ja", "あかり", "真鍮ベースのテーブルランプ、暖かい光でお部屋を照らす", "税込 12,900円（送料無料）直骨角",
                "NotoSansCJK");
    }

    @Test
    void simplifiedChinese() throws IOException {
        draw("chinese-simplified", "zh-CN", "灯光", "黄铜底座台灯（暖光），附灯罩，适合书房和卧室", "仅售 ¥1,290！直骨角",
                "NotoSansCJK");
    }

    @Test
    void traditionalChinese() throws IOException {
        draw("chinese-traditional", "zh-TW", "燈光", "黃銅底座檯燈（暖光），附燈罩，適合書房和臥室", "僅售 NT$1,290！直骨角",
                "NotoSansCJK");
    }

    @Test
    void korean() throws IOException {
        draw("korean", "ko", "불빛", "황동 받침대가 있는 따뜻한 빛의 탁상용 램프", "단 129,000원 (무료 배송)", "NotoSansCJK");
    }

    @Test
    void emoji() throws IOException {
        draw("emoji", "en", "Light 💡", "Lamp 🪔 for 👩🏽‍🚀 and 👨‍👩‍👧‍👦, from 🇩🇪 with ❤️", "1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏿 😀 © ™ ★",
                "NotoColorEmoji");
    }

    @Test
    void emojiInTextReadFromTheRight() throws IOException {
        draw("emoji-hebrew", "he", "אור 💡", "מנורה 🪔 לאסטרונאוטית 👩🏽‍🚀 באהבה ❤️", "🎁 רק 349.90 ₪ 🇮🇱", "NotoColorEmoji");
    }

    @Test
    void textStartsWhereItIsReadFrom() throws IOException {
        Template template = Template.parse("direction", """
                canvas: {width: 260, height: 150, density: 2, background: "#ffffff"}
                nodes:
                  - group:
                      padding: 12
                      gap: 6
                      nodes:
                        - text: {value: "{{title}}", size: 15}
                        - text: {value: "{{title}}", size: 15, direction: ltr}
                        - text: {value: "{{brand}} 2!", size: 15}
                        - text: {value: "{{brand}} 2!", size: 15, direction: rtl}
                        - text: {value: "{{brand}} 2!", size: 15, direction: rtl, textAlign: end, font: DejaVu Sans}
                neutral: []
                """);
        TileProduct product = Samples.product("מנורה Mira, רק 12.50 ₪!", "Lampe Mira", "1");

        ExpectedPicture.check("direction.png",
                TileRenderer.inFullColour().draw(template, product, Optional.empty(), Samples.GERMAN));
    }

    private void draw(String name, String locale, String brand, String title, String note, String... fonts)
            throws IOException {
        TileRenderer renderer = TileRenderer.inFullColour(SystemFonts.into(folder, fonts));
        TileProduct product = new TileProduct(title, Optional.of(brand), Optional.empty(), Optional.empty(), 0, true,
                Map.of("note", note));
        TileStyle style = Samples.style("EUR", locale);

        ExpectedPicture.check("script-" + name + ".png", renderer.draw(TEMPLATE, product, Optional.empty(), style));

        assertEquals(List.of(), renderer.warnings(TEMPLATE, product, Optional.empty(), style));
    }
}
