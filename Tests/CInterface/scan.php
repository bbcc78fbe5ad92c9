<?php
// Zhubi from PHP 8 with FFI: a worked example and its test.
//     php -d ffi.enable=1 scan.php LIBRARY HEADER
// In a web server, preload the header once (opcache.preload) and set ffi.enable=preload.
declare(strict_types=1);

/** A scanner. Make it once for a process: that is where the time goes. */
final class Zhubi
{
    private const VERDICTS = ['pass', 'review', 'block', 'incomplete'];
    private FFI $lib;
    private FFI\CData $scanner;

    public function __construct(string $library, string $header)
    {
        // FFI knows no preprocessor: what it cannot read is left out.
        $text = preg_replace(['~^\s*#.*$~m', '~^extern "C" \{$~m', '~^\}$~m'], '', file_get_contents($header));
        $this->lib = FFI::cdef($text, $library);
        $this->scanner = $this->lib->new('zhubi_scanner *');
        $this->check($this->lib->zhubi_scanner_create(null, 0, null, FFI::addr($this->scanner)));
    }

    /** The report as an array. Options: document, format, charset, profile, as_of, fail_on, language. */
    public function scan(string $text, array $options = []): array
    {
        $given = $this->lib->new('zhubi_options');
        $given->size = FFI::sizeof($given);
        $kept = [];
        foreach ($options as $name => $value) {
            $size = strlen($value) + 1;
            $string = FFI::new("char[$size]");
            FFI::memcpy($string, $value . "\0", $size);
            $kept[] = $string; // lives until the call is over
            $given->$name = $this->lib->cast('char *', FFI::addr($string));
        }
        $bytes = FFI::new('char[' . max(1, strlen($text)) . ']');
        FFI::memcpy($bytes, $text, strlen($text));
        $report = $this->lib->new('zhubi_report *');
        $this->check($this->lib->zhubi_scan($this->scanner, $bytes, strlen($text), FFI::addr($given), FFI::addr($report)));
        try {
            $size = $this->lib->zhubi_report_json($report, null, 0) + 1;
            $buffer = FFI::new("char[$size]");
            $this->lib->zhubi_report_json($report, $buffer, $size);
            $result = json_decode(FFI::string($buffer, $size - 1), true, 64, JSON_THROW_ON_ERROR);
            assert($result['verdict'] === self::VERDICTS[$this->lib->zhubi_report_verdict($report)]);
            return $result;
        } finally {
            $this->lib->zhubi_report_free($report);
        }
    }

    public function __destruct()
    {
        if (isset($this->scanner)) {
            $this->lib->zhubi_scanner_free($this->scanner);
        }
    }

    private function check(int $status): void
    {
        if ($status === 0) {
            return;
        }
        $size = $this->lib->zhubi_last_error(null, 0) + 1;
        $buffer = FFI::new("char[$size]");
        $this->lib->zhubi_last_error($buffer, $size);
        throw new InvalidArgumentException(FFI::string($buffer, $size - 1));
    }
}

function expect(bool $condition, mixed $what): void
{
    if (!$condition) {
        fwrite(STDERR, 'PHP: ' . json_encode($what, JSON_UNESCAPED_UNICODE) . "\n");
        exit(1);
    }
}

$zhubi = new Zhubi($argv[1], $argv[2]);
$text = "各单位：\n机密★1年\n";
$report = $zhubi->scan($text, ['document' => 'notice-17', 'as_of' => '2026-11-01']);
expect($report['verdict'] === 'block', $report);
$finding = $report['findings'][0];
expect($finding['rule'] === 'term.secrecy-marking', $finding);
// Offsets in bytes of UTF-8 are those of PHP's strings.
[$start, $end] = $finding['range']['utf8'];
expect(str_starts_with(substr($text, $start, $end - $start), '机密★'), $finding);
expect($zhubi->scan('好')['verdict'] === 'pass', 'clean');
expect($zhubi->scan('')['verdict'] === 'pass', 'empty');
expect($zhubi->scan("\xBB\xFA\xC3\xDC\xA1\xEF1\xC4\xEA")['verdict'] === 'block', 'GB 18030');
try {
    $zhubi->scan('好', ['profile' => 'nobody']);
    expect(false, 'an unknown profile was accepted');
} catch (InvalidArgumentException $error) {
    expect(str_contains($error->getMessage(), 'nobody'), $error->getMessage());
}
for ($i = 0; $i < 200; $i++) {
    expect($zhubi->scan($text)['verdict'] === 'block', $i);
}
echo "PHP: ok\n";
