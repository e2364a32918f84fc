#include "cli_shard.hpp"

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "export/shard_file.hpp"

namespace gs::cli {

std::string check_shard(const std::string& text) {
  if (shard_of(text)) return "";
  return "expected a part and how many there are, from 1/1 to " + text_of({kMostShards, kMostShards}) + " such as 3/8, found \"" + text + "\"";
}

int write_shard(const Portfolio& portfolio, const Scenario& scenario, Shard shard, const std::string& output) {
  const ShardHead head{std::string(program_version()), portfolio.version, scenario};
  return write_output(output, to_shard_file(head, build_part(portfolio, scenario.drawing, shard))) ? 0 : kFailed;
}

}  // namespace gs::cli
