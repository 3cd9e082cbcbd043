package org.branchline.sandbox.chat;

/** Width and height of a PNG in pixels; of any other picture a square, since nothing depends on it. */
record PictureSize(int width, int height) {

    private static final PictureSize UNKNOWN = new PictureSize(512, 512);

    static PictureSize of(byte[] bytes) {
        boolean png = bytes.length > 24 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
        return png ? new PictureSize(number(bytes, 16), number(bytes, 20)) : UNKNOWN;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
