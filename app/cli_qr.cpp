#include <cstdio>
#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "export/qr_picture.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string link, output;
};

int qr_command(const Options& o) {
  const auto code = qr_of(o.link);
  if (!code) {
    std::fprintf(stderr, "error: expected a link of 1 to %zu bytes, which a QR code holds, found %zu\n", kMostQrBytes, o.link.size());
    return kUnusable;
  }
  if (!o.output.ends_with(".png")) return write_output(o.output, qr_svg(*code)) ? 0 : kFailed;
  const auto png = qr_png(*code, 12);
  if (png) return write_output(o.output, *png) ? 0 : kFailed;
  std::fprintf(stderr, "error: %s\n", png.error().text().c_str());
  return kFailed;
}

}  // namespace

void add_qr(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("qr", "A link as a QR code, black on white");
  command->add_option("LINK", options->link, "Address of a view, or any other text")->required();
  command->add_option("-o,--output", options->output, "File to write: PNG where its name ends so, else SVG (otherwise SVG on standard output)");
  command->callback([options, &exit_code] { exit_code = qr_command(*options); });
}

}  // namespace gs::cli
