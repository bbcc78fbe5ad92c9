import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Zhubi from Java 17 with JNA: a worked example and its test.
 *
 * <pre>java -cp /usr/share/java/jna.jar Scan.java LIBRARY</pre>
 */
public final class Scan {
  /** The functions of zhubi.h; size_t is 64 bits wide on the systems Zhubi runs on. */
  public interface Zhubi extends Library {
    int zhubi_scanner_create(Pointer folders, long count, String cache, PointerByReference scanner);
    void zhubi_scanner_free(Pointer scanner);
    int zhubi_scan(Pointer scanner, byte[] text, long length, Options options, PointerByReference report);
    int zhubi_report_verdict(Pointer report);
    long zhubi_report_count(Pointer report);
    int zhubi_report_finding(Pointer report, long number, Finding finding);
    long zhubi_report_json(Pointer report, byte[] buffer, long capacity);
    void zhubi_report_free(Pointer report);
    long zhubi_last_error(byte[] buffer, long capacity);
  }

  @Structure.FieldOrder({"size", "document", "format", "charset", "profile", "asOf", "failOn", "language", "showSensitive"})
  public static final class Options extends Structure {
    public long size;
    public String document;
    public String format;
    public String charset;
    public String profile;
    public String asOf;
    public String failOn;
    public String language;
    public int showSensitive;

    public Options() {
      setStringEncoding("UTF-8");
      size = size();
    }
  }

  @Structure.FieldOrder({"size", "rule", "message", "suggestion", "basis", "excerpt", "part", "fingerprint", "severity",
      "confidence", "line", "column", "utf8Start", "utf8End", "utf16Start", "utf16End", "scalarStart", "scalarEnd"})
  public static final class Finding extends Structure {
    public long size;
    public String rule;
    public String message;
    public String suggestion;
    public String basis;
    public String excerpt;
    public String part;
    public String fingerprint;
    public int severity;
    public int confidence;
    public long line;
    public long column;
    public long utf8Start;
    public long utf8End;
    public long utf16Start;
    public long utf16End;
    public long scalarStart;
    public long scalarEnd;

    public Finding() {
      setStringEncoding("UTF-8");
      size = size();
    }
  }

  /** A scanner; use it from as many threads as you like, and close it when they are done. */
  public static final class Scanner implements AutoCloseable {
    private static final String[] VERDICTS = {"pass", "review", "block", "incomplete"};
    private final Zhubi library;
    private final Pointer scanner;

    public Scanner(String path) {
      library = Native.load(path, Zhubi.class, Collections.singletonMap(Library.OPTION_STRING_ENCODING, "UTF-8"));
      PointerByReference out = new PointerByReference();
      check(library.zhubi_scanner_create(null, 0, null, out));
      scanner = out.getValue();
    }

    /** The verdict, the first finding (null when there is none) and the whole report as JSON. */
    public record Result(String verdict, Finding first, String json) {}

    public Result scan(byte[] text, Options options) {
      PointerByReference out = new PointerByReference();
      check(library.zhubi_scan(scanner, text, text.length, options, out));
      Pointer report = out.getValue();
      try {
        Finding first = null;
        if (library.zhubi_report_count(report) > 0) {
          first = new Finding();
          first.write();
          check(library.zhubi_report_finding(report, 0, first));
        }
        byte[] json = new byte[(int) library.zhubi_report_json(report, null, 0) + 1];
        library.zhubi_report_json(report, json, json.length);
        return new Result(VERDICTS[library.zhubi_report_verdict(report)], first,
            new String(json, 0, json.length - 1, StandardCharsets.UTF_8));
      } finally {
        library.zhubi_report_free(report);
      }
    }

    private void check(int status) {
      if (status == 0) return;
      byte[] why = new byte[(int) library.zhubi_last_error(null, 0) + 1];
      library.zhubi_last_error(why, why.length);
      throw new IllegalArgumentException(new String(why, 0, why.length - 1, StandardCharsets.UTF_8));
    }

    @Override public void close() {
      library.zhubi_scanner_free(scanner);
    }
  }

  private static void expect(boolean condition, Object what) {
    if (!condition) throw new AssertionError(String.valueOf(what));
  }

  public static void main(String[] arguments) throws Exception {
    try (Scanner zhubi = new Scanner(arguments[0])) {
      String text = "各单位：\n机密★1年\n";
      Options options = new Options();
      options.document = "通知-17";
      options.asOf = "2026-11-01";
      Scanner.Result result = zhubi.scan(text.getBytes(StandardCharsets.UTF_8), options);
      expect(result.verdict().equals("block"), result.json());
      expect(result.first().rule.equals("term.secrecy-marking"), result.json());
      // Offsets in UTF-16 units are those of Java's strings.
      expect(text.substring((int) result.first().utf16Start, (int) result.first().utf16End).startsWith("机密★"), result.json());
      expect(result.json().contains("\"document\":\"通知-17\""), result.json());
      expect(zhubi.scan("好".getBytes(StandardCharsets.UTF_8), null).verdict().equals("pass"), "clean");
      expect(zhubi.scan("机密★1年".getBytes(Charset.forName("GB18030")), null).verdict().equals("block"), "GB 18030");
      try {
        Options wrong = new Options();
        wrong.profile = "nobody";
        zhubi.scan(new byte[0], wrong);
        throw new AssertionError("an unknown profile was accepted");
      } catch (IllegalArgumentException error) {
        expect(error.getMessage().contains("nobody"), error.getMessage());
      }
      // Many threads share one scanner.
      var pool = Executors.newFixedThreadPool(4);
      Callable<String> often = () -> {
        for (int i = 0; i < 50; i++) expect(zhubi.scan(text.getBytes(StandardCharsets.UTF_8), null).verdict().equals("block"), i);
        return "ok";
      };
      for (var done : pool.invokeAll(List.of(often, often, often, often))) done.get();
      pool.shutdown();
    }
    System.out.println("Java: ok");
  }
}
