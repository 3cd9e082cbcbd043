package org.branchline.campaign.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.branchline.conversation.Outgoing;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A report as it came, read as a browser and a reader of PDFs would. */
record PaperAndPage(Page page, Paper paper) {

    /** The reports among messages: two files each. */
    static List<PaperAndPage> among(List<Outgoing> came) {
        List<Outgoing.File> files = came.stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .toList();
        List<PaperAndPage> reports = new ArrayList<>();
        for (int i = 0; i + 1 < files.size(); i += 2) {
            reports.add(new PaperAndPage(
                    new Page(new String(files.get(i).content(), StandardCharsets.UTF_8)),
                    new Paper(files.get(i + 1).content())));
        }
        return reports;
    }

    /** The HTML file, which must be well-formed. */
    record Page(String source) {

        private Element root() {
            try {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();
            } catch (SAXException | IOException | ParserConfigurationException e) {
                throw new AssertionError(source, e);
            }
        }

        String language() {
            return root().getAttribute("lang");
        }

        String heading() {
            return elements("h1").get(0).getTextContent();
        }

        String text() {
            return elements("main").get(0).getTextContent();
        }

        /** The column heads, each of which says so. */
        List<String> heads() {
            return elements("th").stream()
                    .filter(head -> head.getAttribute("scope").equals("col"))
                    .map(Element::getTextContent)
                    .toList();
        }

        /** The table's lines, cells one after the other; each is headed by its name. */
        List<String> lines() {
            return elements("tr").stream()
                    .skip(1)
                    .peek(line -> {
                        Element head = (Element) line.getFirstChild();
                        if (!head.getAttribute("scope").equals("row")) {
                            throw new AssertionError("A line without its head: " + line.getTextContent());
                        }
                    })
                    .map(line -> elements(line.getChildNodes()).stream()
                            .map(Element::getTextContent)
                            .collect(Collectors.joining(" ")))
                    .toList();
        }

        private List<Element> elements(String name) {
            return elements(root().getElementsByTagName(name));
        }

        private static List<Element> elements(NodeList nodes) {
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
        }
    }

    /** The PDF file. */
    record Paper(byte[] content) {

        /** What is on it; where lines end is of no matter. */
        String text() {
            try (PDDocument document = Loader.loadPDF(content)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Its fonts, all of which it must bring along. */
        Set<String> fonts() {
            try (PDDocument document = Loader.loadPDF(content)) {
                Set<String> fonts = new TreeSet<>();
                for (PDPage page : document.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        if (!font.isEmbedded()) {
                            throw new AssertionError(font.getName() + " is not in the file");
                        }
                        fonts.add(font.getName());
                    }
                }
                return fonts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
