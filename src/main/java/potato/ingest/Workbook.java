package potato.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of an XLSX workbook, as texts: dates as 2026-03-31, numbers as they are. */
final class Workbook implements Closeable {
    /** Bytes that a workbook may unfold to: twenty times what a body may have would be a bomb, not a table. */
    private static final long UNFOLDED = 500_000_000;

    private static final int BUFFER = 1 << 16;
    /** The date formats of the standard, those of East Asia (27 to 36, 50 to 58) among them: they come without their text. */
    private static final Set<Integer> DATES = Stream.of(
                    IntStream.of(14, 15, 16, 17, 22), IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
            .flatMap(IntStream::boxed)
            .collect(Collectors.toUnmodifiableSet());

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Path file;
    private final @Nullable ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private final @Nullable String fault;

    /** Takes the body to a temporary file, since a workbook is read from its end; {@link #close} deletes it. */
    Workbook(InputStream body) throws IOException {
        file = Files.createTempFile("potato-", ".xlsx");
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        String reason = refusal();
        @Nullable ReadableWorkbook open = null;
        Iterator<Row> found = Collections.emptyIterator();
        if (reason == null) {
            try {
                open = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                found = open.getFirstSheet().openStream().iterator();
            } catch (IOException | RuntimeException broken) {
                reason = "This is no XLSX workbook that can be read. Maybe save it anew, or as CSV in UTF-8.";
            }
        }
        workbook = open;
        rows = found;
        fault = reason;
    }

    private @Nullable String refusal() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(OLE2.length), OLE2)) {
                return "This is an old Excel file, or one with a password. Maybe save it as XLSX without a password.";
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return unfolded(zip) > UNFOLDED
                    ? "The workbook unfolds to more than %d MB. Maybe divide it.".formatted(UNFOLDED / 1_000_000)
                    : null;
        } catch (IOException broken) {
            return "This is no XLSX workbook. Maybe it is another kind of file, or the upload broke off.";
        }
    }

    /** Bytes of all parts, counted rather than believed; counting ends when there are too many. */
    private static long unfolded(ZipFile zip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long sum = 0;
        for (Iterator<? extends ZipEntry> parts = zip.entries().asIterator(); parts.hasNext() && sum <= UNFOLDED; ) {
            try (InputStream part = zip.getInputStream(parts.next())) {
                for (int n = part.read(buffer); n >= 0 && sum <= UNFOLDED; n = part.read(buffer)) {
                    sum += n;
                }
            }
        }
        return sum;
    }

    /** Why nothing of it can be read, null when it can. */
    @Nullable
    String fault() {
        return fault;
    }

    /** The next row that is not blank, null behind the last. */
    Rows.@Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> cells = cells(row);
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return new Rows.Row(row.getRowNum(), cells, null);
                }
            }
            return null;
        } catch (ExcelReaderException broken) {
            throw new IOException("The sheet breaks off.", broken);
        }
    }

    /** The texts of a row; blank cells at its end, which only carry a format, are left out. */
    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getCell(i)));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        } else if (cell.getType() == CellType.NUMBER) {
            return dated(cell) ? date(cell.asDate()) : number(cell.asNumber());
        }
        return String.valueOf(cell.getText());
    }

    private static String date(LocalDateTime time) {
        return time.toLocalDate().toString();
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a number is shown as a date: its format has a year or a day outside quotes and brackets. */
    private static boolean dated(Cell cell) {
        @Nullable Integer id = cell.getDataFormatId();
        @Nullable String format = cell.getDataFormatString();
        if (id != null && DATES.contains(id)) {
            return true;
        }
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*[yd年日].*");
    }

    @Override
    public void close() throws IOException {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
