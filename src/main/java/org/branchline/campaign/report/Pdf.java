package org.branchline.campaign.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Lays a page out on paper, tagged for screen readers, its letters within. */
final class Pdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // It tells of every rule and letter that it does not know.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * Lays it out; takes a second or more, so it is for a worker thread. Nothing is fetched that the page may name.
     *
     * @param page well-formed
     */
    static byte[] of(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(font("DejaVuSans.ttf"), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Branchline");
        builder.withHtmlContent(page, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + file), file);
    }
}
