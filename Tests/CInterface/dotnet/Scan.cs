// Zhubi from .NET 8 with P/Invoke: a worked example and its test.
//     dotnet run --project dotnet -- LIBRARY
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

using var zhubi = new Zhubi(args[0]);
const string text = "各单位：\n机密★1年\n";
using (JsonDocument report = zhubi.Scan(Encoding.UTF8.GetBytes(text), document: "通知-17", asOf: "2026-11-01"))
{
    JsonElement root = report.RootElement;
    Expect(root.GetProperty("verdict").GetString() == "block", "verdict");
    JsonElement finding = root.GetProperty("findings")[0];
    Expect(finding.GetProperty("rule").GetString() == "term.secrecy-marking", "rule");
    // Offsets in UTF-16 units are those of .NET's strings.
    JsonElement range = finding.GetProperty("range").GetProperty("utf16");
    Expect(text[range[0].GetInt32()..range[1].GetInt32()].StartsWith("机密★"), "range");
}
using (JsonDocument clean = zhubi.Scan(Encoding.UTF8.GetBytes("好")))
    Expect(clean.RootElement.GetProperty("verdict").GetString() == "pass", "clean");
try
{
    zhubi.Scan([], profile: "nobody");
    Expect(false, "an unknown profile was accepted");
}
catch (ArgumentException error) { Expect(error.Message.Contains("nobody"), error.Message); }
Parallel.For(0, 200, _ =>
{
    using JsonDocument report = zhubi.Scan(Encoding.UTF8.GetBytes(text));
    Expect(report.RootElement.GetProperty("verdict").GetString() == "block", "threads");
});
Console.WriteLine(".NET: ok");

static void Expect(bool condition, string what)
{
    if (!condition) throw new InvalidOperationException(what);
}

/// <summary>A scanner; use it from as many threads as you like, and dispose of it when they are done.</summary>
public sealed partial class Zhubi : IDisposable
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Options
    {
        public nuint Size;
        public nint Document, Format, Charset, Profile, AsOf, FailOn, Language;
        public int ShowSensitive;
    }

    private const string Library = "zhubi";

    [LibraryImport(Library)]
    private static unsafe partial int zhubi_scanner_create(byte** folders, nuint count, byte* cache, out nint scanner);
    [LibraryImport(Library)]
    private static partial void zhubi_scanner_free(nint scanner);
    [LibraryImport(Library)]
    private static unsafe partial int zhubi_scan(nint scanner, byte* text, nuint length, in Options options, out nint report);
    [LibraryImport(Library)]
    private static unsafe partial nuint zhubi_report_json(nint report, byte* buffer, nuint capacity);
    [LibraryImport(Library)]
    private static partial void zhubi_report_free(nint report);
    [LibraryImport(Library)]
    private static unsafe partial nuint zhubi_last_error(byte* buffer, nuint capacity);

    private readonly nint scanner;

    public unsafe Zhubi(string path)
    {
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
            (name, _, _) => name == Library ? NativeLibrary.Load(path) : 0);
        Check(zhubi_scanner_create(null, 0, null, out scanner));
    }

    public unsafe JsonDocument Scan(byte[] text, string? document = null, string? profile = null, string? asOf = null)
    {
        var options = new Options
        {
            Size = (nuint)sizeof(Options), Document = Marshal.StringToCoTaskMemUTF8(document),
            Profile = Marshal.StringToCoTaskMemUTF8(profile), AsOf = Marshal.StringToCoTaskMemUTF8(asOf),
        };
        nint report = 0;
        try
        {
            fixed (byte* bytes = text) Check(zhubi_scan(scanner, bytes, (nuint)text.Length, in options, out report));
            var json = new byte[(int)zhubi_report_json(report, null, 0) + 1];
            fixed (byte* buffer = json) zhubi_report_json(report, buffer, (nuint)json.Length);
            return JsonDocument.Parse(json.AsMemory(0, json.Length - 1));
        }
        finally
        {
            if (report != 0) zhubi_report_free(report);
            foreach (nint text_ in new[] { options.Document, options.Profile, options.AsOf }) Marshal.FreeCoTaskMem(text_);
        }
    }

    public void Dispose() => zhubi_scanner_free(scanner);

    private static unsafe void Check(int status)
    {
        if (status == 0) return;
        var why = new byte[(int)zhubi_last_error(null, 0) + 1];
        fixed (byte* buffer = why) zhubi_last_error(buffer, (nuint)why.Length);
        throw new ArgumentException(Encoding.UTF8.GetString(why, 0, why.Length - 1));
    }
}
