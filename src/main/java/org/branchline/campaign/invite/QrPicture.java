package org.branchline.campaign.invite;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A link as a picture that a phone's camera reads: a PNG of one bit a pixel, written without a window system. */
final class QrPicture {

    private static final int SIDE = 512;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private QrPicture() {}

    /** The picture of an address of at most 1,000 letters. */
    static byte[] of(String address) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            SIDE,
                            SIDE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            return png(bits);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a picture: " + address.length() + " letters", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(BitMatrix bits) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(header)) {
            data.writeInt(bits.getWidth());
            data.writeInt(bits.getHeight());
            // One bit a pixel, greyscale, and the only compression, filter and order there are.
            data.write(new byte[] {1, 0, 0, 0, 0});
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream png = new DataOutputStream(file)) {
            png.write(SIGNATURE);
            chunk(png, "IHDR", header.toByteArray());
            chunk(png, "IDAT", rows(bits));
            chunk(png, "IEND", new byte[0]);
        }
        return file.toByteArray();
    }

    private static byte[] rows(BitMatrix bits) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            int bytes = (bits.getWidth() + 7) / 8;
            for (int y = 0; y < bits.getHeight(); y++) {
                byte[] row = new byte[1 + bytes];
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (!bits.get(x, y)) {
                        row[1 + x / 8] |= (byte) (0x80 >> (x % 8));
                    }
                }
                deflater.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) check.getValue());
    }
}
