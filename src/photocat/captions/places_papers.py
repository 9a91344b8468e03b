"""Local newspapers and agencies of one country, whose photographers are seldom met elsewhere.

A credit tells no place; but of several places of one name it is likely theirs.
"""

from __future__ import annotations

import re

_PAPERS = """
US.AL: Birmingham News | Montgomery Advertiser | Huntsville Times | Tuscaloosa News
 | Decatur Daily | TimesDaily | Opelika-Auburn News
US.AK: Anchorage Daily News | Fairbanks Daily News-Miner | Juneau Empire | Alaska Dispatch News
 | Peninsula Clarion
US.AZ: Arizona Republic | Arizona Daily Star | Arizona Daily Sun | Yuma Sun | East Valley Tribune
US.AR: Arkansas Democrat-Gazette | Jonesboro Sun | Sentinel-Record | Texarkana Gazette
US.CA: San Francisco Chronicle | San Jose Mercury News | Mercury News | Sacramento Bee
 | Fresno Bee | Modesto Bee | Orange County Register | San Diego Union-Tribune | Union-Tribune
 | Press Democrat | Press-Enterprise | Ventura County Star | Santa Barbara News-Press
 | Santa Cruz Sentinel | Oakland Tribune | Bay Area News Group | Contra Costa Times
 | Press-Telegram | San Bernardino Sun | Record Searchlight | Bakersfield Californian
 | Monterey Herald | Desert Sun | Noozhawk | Los Angeles Daily News | Marin Independent Journal
 | Chico Enterprise
US.CO: Denver Post | Rocky Mountain News | Colorado Springs Gazette | Coloradoan
 | Pueblo Chieftain | Greeley Tribune | Longmont Times-Call | Durango Herald | Aspen Times
 | Vail Daily | Steamboat Pilot
US.CT: Hartford Courant | New Haven Register | Connecticut Post | Republican-American
 | Norwich Bulletin | Danbury News-Times | Journal Inquirer
US.DE: Wilmington News Journal | Delaware State News
US.FL: Miami Herald | Tampa Bay Times | St. Petersburg Times | Tampa Tribune | Orlando Sentinel
 | Sun Sentinel | South Florida Sun-Sentinel | Palm Beach Post | Florida Times-Union
 | Sarasota Herald-Tribune | Naples Daily News | Pensacola News Journal | Florida Today
 | Tallahassee Democrat | Gainesville Sun | Ocala Star-Banner | Daytona Beach News-Journal
 | Panama City News Herald | Northwest Florida Daily News | Bradenton Herald | TCPalm
US.GA: Atlanta Journal-Constitution | Atlanta Journal Constitution | Savannah Morning News
 | Augusta Chronicle | Macon Telegraph | Athens Banner-Herald | Ledger-Enquirer
US.HI: Honolulu Star-Advertiser | Honolulu Advertiser | Honolulu Star-Bulletin | Maui News
 | Hawaii Tribune-Herald | Honolulu Civil Beat
US.ID: Idaho Statesman | Post Register | Lewiston Tribune | Idaho State Journal
US.IL: Chicago Sun-Times | Peoria Journal Star | State Journal-Register | Rockford Register Star
 | News-Gazette | Belleville News-Democrat | Southern Illinoisan | Pantagraph
US.IN: Indianapolis Star | Journal Gazette | South Bend Tribune | Evansville Courier & Press
 | Journal & Courier | Courier and Press | Herald-Times
US.IA: Des Moines Register | Cedar Rapids Gazette | Quad-City Times | Sioux City Journal
 | Telegraph Herald | Waterloo Courier | Iowa City Press-Citizen
US.KS: Wichita Eagle | Topeka Capital-Journal | Lawrence Journal-World | Salina Journal
US.KY: Courier-Journal | Courier Journal | Lexington Herald-Leader | Herald-Leader | Paducah Sun
 | Messenger-Inquirer
US.LA: Times-Picayune | NOLA.com | Shreveport Times | Baton Rouge Advocate | Houma Courier
 | Lake Charles American Press | American Press | Monroe News-Star
US.ME: Portland Press Herald | Bangor Daily News | Kennebec Journal | Morning Sentinel
US.MD: Baltimore Sun | Frederick News-Post | Capital Gazette | Herald-Mail | Carroll County Times
US.MA: Boston Herald | Worcester Telegram | Telegram & Gazette | Cape Cod Times | Eagle-Tribune
 | Springfield Republican | MassLive | Berkshire Eagle | Lowell Sun | Metro West Daily News
 | Daily Hampshire Gazette
US.MI: Detroit News | Detroit Free Press | Grand Rapids Press | MLive.com | MLive | Flint Journal
 | Lansing State Journal | Kalamazoo Gazette | Ann Arbor News | Saginaw News | Bay City Times
 | Muskegon Chronicle | Traverse City Record-Eagle | Jackson Citizen Patriot | Midland Daily News
US.MN: Star Tribune | Minneapolis Star Tribune | St. Paul Pioneer Press | Pioneer Press
 | Duluth News Tribune | St. Cloud Times | Rochester Post-Bulletin | Minnesota Public Radio
 | Mankato Free Press
US.MS: Clarion-Ledger | Clarion Ledger | Sun Herald | Hattiesburg American | Vicksburg Post
 | Northeast Mississippi Daily Journal | Commercial Dispatch | Natchez Democrat | Meridian Star
US.MO: St. Louis Post-Dispatch | Post-Dispatch | Kansas City Star | Springfield News-Leader
 | Joplin Globe | Columbia Daily Tribune | Columbia Missourian | Southeast Missourian
 | St. Joseph News-Press
US.MT: Billings Gazette | Missoulian | Great Falls Tribune | Bozeman Daily Chronicle
 | Daily Inter Lake | Montana Standard
US.NE: Omaha World-Herald | Lincoln Journal Star | Grand Island Independent | Kearney Hub
US.NV: Las Vegas Review-Journal | Las Vegas Sun | Reno Gazette-Journal | Nevada Appeal
US.NH: New Hampshire Union Leader | Concord Monitor | Nashua Telegraph | Keene Sentinel
US.NJ: Star-Ledger | Asbury Park Press | Press of Atlantic City | Courier-Post | NJ Advance Media
 | Bergen Record | Jersey Journal | Home News Tribune | Trentonian | Times of Trenton
US.NM: Albuquerque Journal | Santa Fe New Mexican | Las Cruces Sun-News | Roswell Daily Record
 | Farmington Daily Times | Carlsbad Current-Argus | Gallup Independent
US.NY: New York Daily News | Buffalo News | Post-Standard | Democrat and Chronicle
 | Democrat & Chronicle | Journal News | Poughkeepsie Journal | Times Herald-Record
 | Syracuse Newspapers | Staten Island Advance | Ithaca Journal | Watertown Daily Times
 | Glens Falls Post-Star | Post-Star | Utica Observer-Dispatch
US.NC: News & Observer | News and Observer | Charlotte Observer | Winston-Salem Journal
 | Greensboro News & Record | News & Record | Fayetteville Observer | Asheville Citizen-Times
 | Citizen-Times | Wilmington Star-News | StarNews | Hickory Daily Record | Gaston Gazette
US.ND: Bismarck Tribune | Forum of Fargo-Moorhead | Grand Forks Herald | Minot Daily News
US.OH: Plain Dealer | Cleveland Plain Dealer | Columbus Dispatch | Cincinnati Enquirer
 | Toledo Blade | Dayton Daily News | Akron Beacon Journal | Beacon Journal
 | Youngstown Vindicator | Sandusky Register | Canton Repository | Mansfield News Journal
 | Athens Messenger | Marietta Times | Cleveland.com
US.OK: Oklahoman | Tulsa World | Lawton Constitution | Enid News & Eagle | Norman Transcript
US.OR: Oregonian | Statesman Journal | Statesman-Journal | Register-Guard | Bend Bulletin
 | Mail Tribune | East Oregonian | Corvallis Gazette-Times | Portland Tribune | Daily Astorian
US.PA: Philadelphia Inquirer | Philadelphia Daily News | Pittsburgh Post-Gazette | Post-Gazette
 | Pittsburgh Tribune-Review | Tribune-Review | Patriot-News | PennLive | Citizens' Voice
 | Scranton Times-Tribune | Times-Tribune | Times Leader | Reading Eagle | York Dispatch
 | York Daily Record | Lancaster New Era | Erie Times-News | Tribune-Democrat | Centre Daily Times
 | Bucks County Courier Times | Altoona Mirror | Observer-Reporter
US.RI: Providence Journal | Newport Daily News | Westerly Sun
US.SC: Post and Courier | Greenville News | Myrtle Beach Sun News | Island Packet
 | Spartanburg Herald-Journal | Rock Hill Herald | Anderson Independent-Mail | Aiken Standard
 | Sumter Item
US.SD: Argus Leader | Rapid City Journal | Aberdeen American News | Mitchell Republic
US.TN: Tennessean | Commercial Appeal | Knoxville News Sentinel | News Sentinel
 | Chattanooga Times Free Press | Times Free Press | Johnson City Press | Kingsport Times-News
US.TX: Houston Chronicle | Austin American-Statesman | American-Statesman
 | San Antonio Express-News | Express-News | Fort Worth Star-Telegram | Star-Telegram
 | El Paso Times | Corpus Christi Caller-Times | Caller-Times | Amarillo Globe-News
 | Lubbock Avalanche-Journal | Avalanche-Journal | Waco Tribune-Herald | Tribune-Herald
 | Beaumont Enterprise | Galveston County Daily News | Midland Reporter-Telegram | Odessa American
 | Tyler Morning Telegraph | Longview News-Journal | Brownsville Herald | Laredo Morning Times
 | Victoria Advocate | Abilene Reporter-News | San Angelo Standard-Times | Wichita Falls Times
 | Bryan-College Station Eagle | Temple Daily Telegram
US.UT: Salt Lake Tribune | Deseret News | Standard-Examiner | Daily Herald of Provo
 | St. George Spectrum
US.VT: Burlington Free Press | Rutland Herald | Brattleboro Reformer
US.VA: Virginian-Pilot | Richmond Times-Dispatch | Times-Dispatch | Roanoke Times
 | Free Lance-Star | Newport News Daily Press | News & Advance | News Virginian | Winchester Star
US.WA: Seattle Post-Intelligencer | Seattle P-I | Tacoma News Tribune | Spokesman-Review
 | Tri-City Herald | Yakima Herald-Republic | Everett Herald | Bellingham Herald | Kitsap Sun
 | Wenatchee World | Skagit Valley Herald | Walla Walla Union-Bulletin
US.WV: Charleston Gazette | Gazette-Mail | Herald-Dispatch | Charleston Daily Mail | Dominion Post
 | Register-Herald | Bluefield Daily Telegraph | Exponent Telegram | Times West Virginian
US.WI: Milwaukee Journal Sentinel | Journal Sentinel | Wisconsin State Journal
 | Green Bay Press-Gazette | Post-Crescent | La Crosse Tribune | Leader-Telegram | Kenosha News
 | Racine Journal Times | Wausau Daily Herald | Oshkosh Northwestern
US.WY: Casper Star-Tribune | Wyoming Tribune Eagle | Jackson Hole News & Guide | Laramie Boomerang
 | Gillette News Record | Powell Tribune
US: USA TODAY Sports | USA Today Sports | US Presswire
GB: PA Wire | PA Images | Press Association Images | SWNS | South West News Service
 | Bournemouth News
CA: Canadian Press | Vancouver Sun | Calgary Herald | Edmonton Journal | Ottawa Citizen
 | Montreal Gazette | Winnipeg Free Press
AU: AAP Image | AAPIMAGE
IN: Press Trust of India | PTI Photo | Hindustan Times
JP: Kyodo News | Jiji Press
KR: Newsis
BR: Agencia Brasil | Agência Brasil | Agencia O Globo | Folhapress | Estadao Conteudo
IE: PA Ireland
NZ: New Zealand Herald | NZPA
PH: Philippine Daily Inquirer
"""


def _of_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in re.split(r"\n(?=[A-Z]{2}(?:\.[A-Z]{2})?: )", _PAPERS.strip()):
        code, _, names = line.partition(": ")
        codes = (code[:2], code) if "." in code else (code,)
        found |= dict.fromkeys((" ".join(n.split()) for n in names.split("|")), codes)
    return found


PAPERS = _of_names()
"""Codes of the country and of the province (``US``, ``US.CO``) by the name in a credit."""

_PATTERN = re.compile(
    r"[/\\(,:\u2013\u2014-] ?(?:The )?(?P<name>"
    + "|".join(map(re.escape, sorted(PAPERS, key=len, reverse=True)))
    + r")(?!\w)"
)
_CREDIT = 240
"""Characters at the end of a caption in which its credit stands."""


def papers_named(text: str) -> tuple[str, ...]:
    """The codes of the paper that a caption's credit names last: ``US`` and ``US.CO``."""
    found: tuple[str, ...] = ()
    for match in _PATTERN.finditer(text, max(0, len(text) - _CREDIT)):
        found = PAPERS[match["name"]]
    return found
